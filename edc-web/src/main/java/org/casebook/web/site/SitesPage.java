package org.casebook.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyView;
import org.casebook.study.VersionView;

/** The sites of one study: added, activated, put on hold, and the version that each follows. */
@Named
@RequestScoped
public class SitesPage {

    @Inject
    private Sites sites;

    @Inject
    private StudyDesign studies;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private List<SiteRow> rows;
    private StudyView study;

    public List<SiteRow> getRows() {
        if (rows == null && isStudyKnown()) {
            rows = sites.list(place()).stream()
                    .map(site -> new SiteRow(site, getStudy().versions(), isChangeable()))
                    .toList();
        }
        return rows == null ? List.of() : rows;
    }

    public boolean isWithoutSites() {
        return isStudyKnown() && getRows().isEmpty();
    }

    public boolean isFilled() {
        return !getRows().isEmpty();
    }

    /** False before the first study was loaded. */
    public boolean isStudyKnown() {
        return !studies.mine().isEmpty();
    }

    public boolean isNoStudy() {
        return !isStudyKnown();
    }

    /** The study of the address, else the person's first. */
    public StudyView getStudy() {
        if (study == null) {
            String wanted = request.getParameter("study");
            study = studies.mine().stream()
                    .filter(known ->
                            wanted == null || wanted.isBlank() || known.oid().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("study", wanted, null));
        }
        return study;
    }

    public boolean isChangeable() {
        return isStudyKnown() && actor.get().may(Permission.MANAGE_SITES, place());
    }

    public List<VersionView> getReleased() {
        return getStudy().versions().stream().filter(VersionView::released).toList();
    }

    /** Names of time zones by region, for the list of suggestions. */
    public List<String> getZones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(zone ->
                                zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                        .toList();
    }

    /** Whether there is something to put in force, and a site to do it at. */
    public boolean isRollable() {
        return isChangeable() && isFilled() && !getReleased().isEmpty();
    }

    public String getEverywhereUrl() {
        return "/entry/sites/version?study=" + getStudy().oid();
    }

    public String getAddUrl() {
        return "/entry/sites?study=" + getStudy().oid();
    }

    private Scope place() {
        return Scope.of(getStudy().oid());
    }
}
