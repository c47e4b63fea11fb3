package org.casebook.schedule;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * What was recorded about a visit was taken back.
 *
 * @param before the date, or {@code NOT_DONE}
 */
public record VisitPlannedAgain(Scope scope, String subject, String event, String before, String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "visit-planned-again")
                .withSubject(subject)
                .withPlace(new Change.Place(null, null, event, null, null))
                .withValues(before, null)
                .withReason(reason));
    }
}
