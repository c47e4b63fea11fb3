package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Place;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** One version of a study, looked at from several sides; the address names it, else the version that counts is meant. */
@Named
@RequestScoped
public class Workspace {

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private VersionView version;
    private StudyDefinition definition;

    /** The sides, in the order of the tabs. */
    private enum Side {
        OVERVIEW("/study/study.xhtml", "tabOverview", Permission.VIEW_STUDY),
        PLAN("/study/plan.xhtml", "tabPlan", Permission.VIEW_STUDY),
        FORMS("/study/forms.xhtml", "tabForms", Permission.VIEW_STUDY),
        INSTRUMENTS("/authoring/instruments.xhtml", "tabInstruments", Permission.VIEW_STUDY),
        ACCEPTANCE("/acceptance/acceptance.xhtml", "tabAcceptance", Permission.VIEW_STUDY),
        DIFFERENCES("/study/differences.xhtml", "tabDifferences", Permission.VIEW_STUDY),
        EXPRESSIONS("/study/expressions.xhtml", "tabExpressions", Permission.VIEW_STUDY),
        FILES("/study/files.xhtml", "tabFiles", Permission.VIEW_STUDY);

        private final String page;
        private final String word;
        private final Permission permission;

        Side(String page, String word, Permission permission) {
            this.page = page;
            this.word = word;
            this.permission = permission;
        }
    }

    /**
     * A tab: a link to a page of its own.
     *
     * @param current {@code page} for the page at hand, else null
     */
    public record Tab(String label, String href, String current) {}

    public Scope scope() {
        return shell.scope();
    }

    public VersionView getVersion() {
        if (version == null) {
            String named = request.getParameter("version");
            version = named == null || named.isBlank() ? studyDesign.current(scope()) : find(number(named));
        }
        return version;
    }

    private VersionView find(long id) {
        return studyDesign.versions(scope()).stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("study version", id, scope()));
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException none) {
            throw new Invalid(Sentence.of("study", "addressNoVersion"));
        }
    }

    public StudyDefinition getDefinition() {
        if (definition == null) {
            definition = studyDesign.definitionOf(scope(), getVersion().id());
        }
        return definition;
    }

    /** Name of the study with the version's OID. */
    public String getTitle() {
        return getDefinition().name() + " " + getVersion().oid();
    }

    /** {@code study=…&version=…}, to be put into links. */
    public String getQuery() {
        return getPlaceQuery() + "&version=" + getVersion().id();
    }

    /** {@code study=…}, to be put into addresses that name the version themselves. */
    public String getPlaceQuery() {
        return Place.queryOf(scope());
    }

    /** Key of {@code edc:status}. */
    public String getState() {
        return getVersion().released() ? "RELEASED" : "DRAFT";
    }

    /** Whether the person builds studies, so that the list of studies is one of his pages. */
    public boolean isBuilder() {
        return shell.may(Permission.LOAD_STUDY);
    }

    /** Whether clinical data can be brought in from files here: in copies alone. */
    public boolean isImporting() {
        return shell.isCopy() && shell.may(Permission.IMPORT_DATA);
    }

    /** Whether the person may see which site follows which version. */
    public boolean isSitesShown() {
        return shell.may(Permission.VIEW_SITES);
    }

    public List<Tab> getTabs() {
        String here = request.getServletPath();
        return Arrays.stream(Side.values())
                .filter(side -> shell.may(side.permission))
                .map(side -> new Tab(
                        Words.of("study", side.word),
                        side.page + "?" + getQuery(),
                        side.page.equals(here) ? "page" : null))
                .toList();
    }
}
