package org.casebook.crossing;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Something was recorded about the way to a later period. It lies at the period's event, so that the blinded do not see it.
 *
 * @param event OID of the event at which the period's treatment is given
 * @param text what was prepared, or the reason
 */
public record CrossingRecorded(Scope scope, String subject, String event, CrossingKind kind, String text)
        implements Fact {

    @Override
    public List<Change> changes() {
        Change change = Change.of(scope, kind.action())
                .withSubject(subject)
                .withPlace(new Change.Place(null, null, event, null, null));
        return List.of(kind == CrossingKind.PREPARED ? change.withValues(null, text) : change.withReason(text));
    }
}
