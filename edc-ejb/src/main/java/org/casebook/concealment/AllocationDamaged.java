package org.casebook.concealment;

import org.casebook.kernel.Refusal;

/** A sealed treatment does not open: it was changed or moved, or the key is another one. */
public class AllocationDamaged extends Refusal {

    private static final long serialVersionUID = 1L;

    AllocationDamaged(SlotPlace place, Throwable cause) {
        super(
                Kind.CONFLICT,
                "Slot " + place.slot() + " of allocation list " + place.list()
                        + " cannot be opened: it was changed, or it was"
                        + " sealed with another key. Tell the administrator; do not treat on a guess.");
        initCause(cause);
    }

    AllocationDamaged(Throwable cause) {
        super(
                Kind.CONFLICT,
                "A sealed record of the audit trail cannot be opened: it was changed or moved, or it was sealed with another key."
                        + " Tell the administrator.");
        initCause(cause);
    }
}
