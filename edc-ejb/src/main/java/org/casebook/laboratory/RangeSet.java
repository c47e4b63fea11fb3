package org.casebook.laboratory;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A range was entered, changed or ended.
 *
 * @param before null for a new one
 * @param reason why it was changed; null for a new one
 */
public record RangeSet(Scope scope, Act act, RangeView before, RangeView after, String reason) implements Fact {

    /** What was done. */
    public enum Act {
        ADDED,
        CHANGED,
        ENDED
    }

    @Override
    public List<Change> changes() {
        String action = switch (act) {
            case ADDED -> "range-added";
            case CHANGED -> "range-changed";
            case ENDED -> "range-ended";
        };
        return List.of(Change.of(scope, action)
                .withValues(before == null ? null : told(before), told(after))
                .withReason(reason));
    }

    private static String told(RangeView range) {
        return "%s: %s; range %d.%d".formatted(range.analyte(), range.sentence(), range.id(), range.version());
    }
}
