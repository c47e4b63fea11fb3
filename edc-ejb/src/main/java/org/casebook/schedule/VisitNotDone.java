package org.casebook.schedule;

import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A visit was recorded as not done. A later room may refuse while the visit holds data.
 *
 * @param before date recorded before; null when there was none
 */
public record VisitNotDone(Scope scope, String subject, String event, LocalDate before, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "visit-not-done")
                .withSubject(subject)
                .withPlace(new Change.Place(null, null, event, null, null))
                .withValues(before == null ? null : before.toString(), "NOT_DONE")
                .withReason(reason));
    }
}
