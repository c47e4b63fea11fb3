package org.casebook.randomization;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Somebody unblinded read what a participant is to receive, or how balanced the arms are.
 *
 * @param subject null: all of them, as counts
 * @param number randomisation number; null with all
 */
public record AllocationRead(Scope scope, String subject, String number) implements Fact {

    /** Of everybody, as counts or one after the other. */
    public static AllocationRead ofAll(Scope scope) {
        return new AllocationRead(scope, null, null);
    }

    @Override
    public List<Change> changes() {
        return List.of(
                subject == null
                        ? Change.of(scope, "allocation-balance-read")
                        : Change.of(scope, "allocation-read")
                                .withSubject(subject)
                                .withValues(null, number));
    }
}
