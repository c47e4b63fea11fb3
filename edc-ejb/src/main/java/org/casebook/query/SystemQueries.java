package org.casebook.query;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebook.blinding.Blinding;
import org.casebook.capture.CheckCleared;
import org.casebook.capture.CheckFired;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Opens one query for each hard check that stands against an item, and closes it when the check is satisfied. While one
 * is open, answered or not, no second one is opened for the same check at the same place; the database holds that too. No
 * query asks about what would tell the treatment: those who could answer must not see it.
 */
@Dependent
public class SystemQueries {

    @Inject
    private Queries queries;

    @Inject
    private RequestClock clock;

    @Inject
    private Blinding blinding;

    @Inject
    private Event<Fact> facts;

    void checkFired(@Observes CheckFired check) {
        QueryPlace place = place(check.scope(), check.subject(), check.place());
        Change.Place at = check.place();
        boolean askable = !blinding.of(check.scope()).hides(at.form(), at.item(), check.checkOid());
        if (check.hard()
                && askable
                && queries.findUnsettled(place, check.checkOid()).isEmpty()) {
            Query query = new Query(place, check.checkOid(), check.sentence(), Author.CHECK, clock.instant());
            queries.add(query);
            facts.fire(new QueryOpened(query.view(), "rule"));
        }
    }

    void checkCleared(@Observes CheckCleared check) {
        QueryPlace place = place(check.scope(), check.subject(), check.place());
        queries.findUnsettled(place, check.checkOid()).ifPresent(query -> {
            query.close(check.why() == null ? QuestionText.SATISFIED : check.why(), Author.CHECK, clock.instant());
            facts.fire(new QueryClosed(query.view(), "rule"));
        });
    }

    private static QueryPlace place(Scope scope, String subject, Change.Place place) {
        return new QueryPlace(scope, subject, place.formId(), place.event(), place.form(), place.item());
    }
}
