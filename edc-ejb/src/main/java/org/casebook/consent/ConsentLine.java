package org.casebook.consent;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One consent of a participant as read.
 *
 * @param label of the text; null: none was in force when the first consent was given
 * @param on date at the site
 * @param before who took the consent; null for the first, which the consent form tells
 * @param person who recorded it; null for the first
 * @param at when it was recorded; null for the first
 * @param takenBack why it was taken back; null while it holds
 */
public record ConsentLine(String label, LocalDate on, String before, String person, Instant at, String takenBack) {

    public boolean holds() {
        return takenBack == null;
    }

    public boolean first() {
        return person == null;
    }
}
