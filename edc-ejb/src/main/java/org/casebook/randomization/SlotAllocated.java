package org.casebook.randomization;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A slot went to a participant.
 *
 * @param sealed what is needed to work it out again; it tells neither arm, list nor position
 */
public record SlotAllocated(Scope scope, String subject, String sealed) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "slot-allocated").withSubject(subject).withValues(null, sealed));
    }
}
