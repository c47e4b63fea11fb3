package org.casebook.kernel;

import java.util.List;

/**
 * Something that happened, told once with {@code Event<Fact>.fire} in the transaction that did it.
 *
 * <p>Implementations are immutable records named in the past tense. The audit room writes one entry for
 * each change; later rooms react.
 */
public interface Fact {

    /** What changed, each an entry of the audit trail; never empty. */
    List<Change> changes();

    /**
     * By what way it came about when not by the actor's own, for example {@code rule} for a value that a method computed
     * from what he typed; null: the actor's.
     */
    default String origin() {
        return null;
    }
}
