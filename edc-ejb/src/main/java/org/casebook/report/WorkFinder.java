package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
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

    /**
     * What was found, kept to go on from.
     *
     * @param groups all of it
     * @param worklist as it is shown
     */
    record Found(Groups groups, Worklist worklist) {}

    /** All that waits for the person at the place. */
    Found find(Scope scope, Actor actor) {
        return add(Whose.everybody(scope), actor, new Groups());
    }

    /**
     * The same as {@link #find}, worked out from what was found before.
     *
     * @param changed the participants whose data have changed since
     */
    Found findAgain(Found before, Scope scope, Actor actor, Set<String> changed) {
        return add(new Whose(scope, changed), actor, before.groups().without(changed));
    }

    private Found add(Whose whose, Actor actor, Groups groups) {
        siteWork.find(whose, actor, groups);
        oversightWork.find(whose, actor, groups);
        oversightWork.findOfStudy(whose.scope(), actor, groups);
        studyWork.find(whose.scope(), actor, groups);
        return new Found(groups, groups.toWorklist());
    }
}
