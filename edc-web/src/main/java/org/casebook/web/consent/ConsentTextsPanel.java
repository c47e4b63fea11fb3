package org.casebook.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.TextInForce;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.web.shell.Words;
import org.casebook.web.site.SitesPage;

/** Which consent text each site uses from when on: a panel of the page of sites. */
@Named
@RequestScoped
public class ConsentTextsPanel {

    @Inject
    private ConsentDesk desk;

    @Inject
    private SitesPage page;

    @Inject
    private CurrentActor actor;

    private List<TextInForce> texts;

    /** Those of the sites of which the person may know. */
    public List<TextInForce> getTexts() {
        if (texts == null) {
            Scope study = Scope.of(page.getStudy().oid());
            texts = may(study)
                    ? desk.texts(study)
                    : sites(study).flatMap(site -> desk.texts(site).stream()).toList();
        }
        return texts;
    }

    public boolean isShown() {
        return page.isFilled()
                && sites(Scope.of(page.getStudy().oid())).findAny().isPresent();
    }

    private Stream<Scope> sites(Scope study) {
        return page.getRows().stream()
                .map(row -> Scope.of(study.study(), row.site().number()))
                .filter(this::may);
    }

    private boolean may(Scope place) {
        return actor.get().may(Permission.VIEW_STUDY, place);
    }

    public boolean isBlank() {
        return getTexts().isEmpty();
    }

    public String again(TextInForce text) {
        return Words.of("consent", text.again() ? "yes" : "no");
    }

    public String getUrl() {
        return "/entry/consents/texts?study=" + page.getStudy().oid();
    }
}
