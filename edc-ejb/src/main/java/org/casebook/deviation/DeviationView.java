package org.casebook.deviation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A deviation as listed. It tells no treatment.
 *
 * @param subject screening number; null for one of the whole site
 * @param kind what the system noticed; null when a person recorded it
 * @param place which visit and form it concerns
 * @param on day at the site; null where there is none
 * @param description what happened: the person's words, or those of the kind in the reader's language
 * @param weight null while nobody judged it
 * @param recordedBy full name; null when the system noticed it
 * @param recordedAt when it was recorded or noticed, the last time
 * @param end how it ended; null while it stands
 */
public record DeviationView(
        long id,
        String site,
        String subject,
        Kind kind,
        Category category,
        Place place,
        LocalDate on,
        String description,
        Weight weight,
        DeviationState state,
        String recordedBy,
        Instant recordedAt,
        End end) {

    /**
     * The visit and form, by OID and as the study calls them; each null when none is concerned.
     */
    public record Place(String event, String visit, String form, String formName) {}

    /**
     * @param by full name; null when the system took it back
     * @param reason null when the system took it back
     */
    public record End(String by, Instant at, String reason) {}

    public boolean automatic() {
        return kind != null;
    }

    public boolean stands() {
        return state == DeviationState.STANDS;
    }
}
