package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.PreparedList;
import org.casebook.report.Worklist.Kind;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteStatus;
import org.casebook.site.SiteView;

/** What waits for those who run the study: allocation lists, sites. */
@ApplicationScoped
class StudyWork {

    /** With fewer free slots than this a list should be extended. */
    private static final int FEW_SLOTS = 6;

    @Inject
    private SiteRegister sites;

    @Inject
    private ListDesk allocation;

    void find(Scope scope, Actor actor, Groups groups) {
        List<SiteView> here = sites.list(scope);
        if (actor.may(Permission.MANAGE_ALLOCATION, scope)) {
            List<PreparedList> lists = allocation.lists(scope);
            here.stream().filter(SiteView::active).forEach(site -> {
                int left = lists.stream()
                        .filter(list -> list.site().isEmpty() || list.site().equals(site.number()))
                        .mapToInt(PreparedList::left)
                        .sum();
                boolean grows = lists.stream().anyMatch(list -> list.origin() == PreparedList.Origin.MINIMISED);
                if (left < FEW_SLOTS && !grows) {
                    groups.add(
                            Kind.LIST_RUNNING_OUT,
                            WorkItem.ofSite(site.number(), site.name()).times(left));
                }
            });
        }
        if (actor.may(Permission.MANAGE_SITES, scope)) {
            here.stream()
                    .filter(site -> site.status() == SiteStatus.PLANNED)
                    .forEach(site -> groups.add(Kind.SITE_TO_ACTIVATE, WorkItem.ofSite(site.number(), site.name())));
        }
    }
}
