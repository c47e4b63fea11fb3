package org.casebook.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * One case form, or one row of a log, as it goes into a dataset.
 *
 * @param event event OID; for a log form the OID of the log event it stands in
 * @param row number of the row of a log, from 1; null for a visit's form
 * @param state STARTED, COMPLETE or NOT_DONE; void forms never come here
 * @param signed the signature in force; null when there is none
 * @param leftBlank why it was left blank as a whole; null when it was not
 */
record CaseRow(
        long id,
        Place place,
        StudyDefinition version,
        String state,
        boolean locked,
        Seal signed,
        String leftBlank,
        Map<String, Cell> cells) {

    /** Where the form stands. */
    record Place(String site, String subject, String event, LocalDate visitDate, String form, Integer row) {}

    /**
     * A signature in force.
     *
     * @param signer Keycloak's subject of the person
     * @param name full name as printed with the signature (21 CFR 11.50(a)(1))
     * @param site where the participant was when it was signed
     */
    record Seal(String signer, String name, String meaning, Instant at, String site) {}

    /**
     * One item's content.
     *
     * @param text as typed
     * @param value canonical; null when nothing was typed or it cannot be read as the item's type
     * @param unit OID of the unit typed in; null when the item has none
     * @param blank why it was left blank; null when it was not
     */
    record Cell(String text, String value, String unit, String blank, boolean valid) {

        /** The value in the item's own unit, rounded to its digits; null when there is none. */
        String standard(StudyDefinition version, ItemDefinition item) {
            return value == null || unit == null
                    ? value
                    : version.units().get(unit).toStandard(value, item.significantDigits());
        }

        /** The canonical value where there is one, else what was typed; null when empty. */
        String shown() {
            if (valid && value != null && !value.isEmpty()) {
                return value;
            }
            return text == null || text.isEmpty() ? null : text;
        }
    }

    Cell cell(ItemDefinition item) {
        return cells.get(item.oid());
    }
}
