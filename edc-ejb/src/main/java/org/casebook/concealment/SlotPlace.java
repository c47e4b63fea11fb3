package org.casebook.concealment;

import java.util.UUID;

/**
 * Where a sealed text belongs.
 *
 * @param slot position in the list, from 1; 0 for the list's seed; below 0 for the draw that decided about a position
 */
public record SlotPlace(String study, UUID list, int slot) {

    public static SlotPlace seed(String study, UUID list) {
        return new SlotPlace(study, list, 0);
    }

    public static SlotPlace draw(String study, UUID list, int position) {
        return new SlotPlace(study, list, -position);
    }

    /** Associated data of the encryption; the parts cannot run into each other, since a UUID stands between. */
    String text() {
        return study + "|" + list + "|" + slot;
    }
}
