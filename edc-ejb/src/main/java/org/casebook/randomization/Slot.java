package org.casebook.randomization;

import java.util.UUID;
import org.casebook.concealment.SlotPlace;

/**
 * One place of an allocation list, its treatment sealed.
 *
 * @param position from 1
 * @param sealed base64, see {@link org.casebook.concealment.TreatmentCipher}
 */
record Slot(UUID list, int position, String number, String sealed) {

    SlotPlace placeIn(String study) {
        return new SlotPlace(study, list, position);
    }

    /** The slot's line in the list that is hashed. */
    String line() {
        return position + "|" + number + "|" + sealed;
    }
}
