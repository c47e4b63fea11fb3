package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;

/** Finds what waits for a person, by what his roles let him do. */
@ApplicationScoped
class WorkFinder {

    @Inject
    private SiteWork siteWork;

    @Inject
    private OversightWork oversightWork;

    @Inject
    private StudyWork studyWork;

    Worklist find(Scope scope, Actor actor) {
        Groups groups = new Groups();
        siteWork.find(scope, actor, groups);
        oversightWork.find(scope, actor, groups);
        studyWork.find(scope, actor, groups);
        return groups.toWorklist();
    }
}
