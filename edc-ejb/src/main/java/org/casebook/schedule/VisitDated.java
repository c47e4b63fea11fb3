package org.casebook.schedule;

import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A visit got its date, or another one.
 *
 * @param before null when there was none
 * @param position where the date lies: in, early, late, or done where no window is known
 * @param reason null where none was due
 */
public record VisitDated(
        Scope scope,
        String subject,
        String event,
        LocalDate before,
        LocalDate after,
        VisitState position,
        String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "visit-dated")
                .withSubject(subject)
                .withPlace(new Change.Place(null, null, event, null, null))
                .withValues(before == null ? null : before.toString(), after.toString())
                .withReason(reason));
    }
}
