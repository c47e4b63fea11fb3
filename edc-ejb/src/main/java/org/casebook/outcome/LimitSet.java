package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * The study set a limit of its own for a response, or went back to its file's.
 *
 * @param rule OIDs of definition and item, and how the item is looked at
 * @param before what held until now
 * @param after what holds from now on
 * @param source who says so; null where the file's holds again
 */
public record LimitSet(Scope scope, String rule, BigDecimal before, BigDecimal after, String source, String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "limit-set")
                .withValues(told(before, null), told(after, source))
                .withReason(reason));
    }

    private String told(BigDecimal amount, String by) {
        return rule + ": " + amount.toPlainString() + (by == null ? "" : " (" + by + ")");
    }
}
