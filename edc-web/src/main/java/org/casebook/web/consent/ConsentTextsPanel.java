package org.casebook.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.TextInForce;
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

    private List<TextInForce> texts;

    public List<TextInForce> getTexts() {
        if (texts == null) {
            texts = page.isFilled() ? desk.texts(Scope.of(page.getStudy().oid())) : List.of();
        }
        return texts;
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
