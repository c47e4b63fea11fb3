package org.casebook.randomization;

import java.util.UUID;

/**
 * Where a sealed treatment belongs.
 *
 * @param slot position in the list, from 1
 */
record SlotPlace(String study, UUID list, int slot) {

    /** Associated data of the encryption; the parts cannot run into each other, since a UUID stands between. */
    String text() {
        return study + "|" + list + "|" + slot;
    }
}
