package org.casebook.concealment;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A sealed treatment does not open: it was changed or moved, or the key is another one. */
public class AllocationDamaged extends Refusal {

    private static final long serialVersionUID = 1L;

    AllocationDamaged(SlotPlace place, Throwable cause) {
        super(
                Kind.CONFLICT,
                Sentence.of("concealment", "slotDamaged", String.valueOf(place.slot()), String.valueOf(place.list())));
        initCause(cause);
    }

    AllocationDamaged(Throwable cause) {
        super(Kind.CONFLICT, Sentence.of("concealment", "recordDamaged"));
        initCause(cause);
    }
}
