package org.casebook.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.subject.Enrolment;
import org.casebook.subject.SubjectFilter;

/** What everybody wants to see at a glance. Reads only. */
@Stateless
public class Reports {

    @Inject
    private Casebooks casebooks;

    @Inject
    private SubjectOverviews overviews;

    @Inject
    private WorkFinder work;

    @Inject
    private Recruitments recruitments;

    @Inject
    private Enrolment enrolment;

    @Inject
    private LastAnswers answers;

    @Inject
    private CurrentActor actor;

    /** Participants by visits, for those that the filter finds. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Matrix matrix(Scope scope, SubjectFilter filter) {
        return casebooks.matrix(scope, enrolment.list(scope, filter));
    }

    /** One participant's casebook: visits with their forms, logs, criteria. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public SubjectOverview subject(Scope scope, String subject) {
        return overviews.of(scope, subject);
    }

    /** What waits for the present person at the place, by his permissions there. */
    @Allowed(Permission.USE)
    public Worklist worklist(Scope scope) {
        Actor person = actor.get();
        WorkFinder.Found found = answers.to(
                new LastAnswers.Question(Worklist.class, scope, person.grants()),
                () -> work.find(scope, person),
                (before, changed) -> work.findAgain(before, scope, person, changed));
        return found.worklist();
    }

    /** How recruitment goes at the place, month by month. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Recruitment recruitment(Scope scope) {
        return answers.to(new LastAnswers.Question(Recruitment.class, scope, null), () -> recruitments.of(scope));
    }
}
