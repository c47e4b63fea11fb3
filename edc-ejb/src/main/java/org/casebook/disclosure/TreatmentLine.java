package org.casebook.disclosure;

import org.casebook.randomization.Allocation;
import org.casebook.subject.Participant;

/**
 * What one participant was allocated.
 *
 * @param number randomisation number
 * @param arm OID of the arm
 * @param treatment the arm's name
 */
public record TreatmentLine(String site, String subject, String number, String arm, String treatment) {

    static TreatmentLine of(Participant participant, Allocation allocation) {
        return new TreatmentLine(
                participant.site(), participant.key(), allocation.number(), allocation.arm(), allocation.treatment());
    }
}
