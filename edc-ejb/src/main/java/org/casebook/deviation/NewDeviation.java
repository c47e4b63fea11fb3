package org.casebook.deviation;

import java.time.LocalDate;

/**
 * A deviation as somebody tells it.
 *
 * @param subject screening number; null for one of the whole site
 * @param event OID of the visit; null when none is concerned
 * @param form OID of the form; null when none is concerned
 * @param on day at the site, not in the future there
 * @param description what happened, in the person's words
 * @param weight null while nobody judged it
 */
public record NewDeviation(
        String subject,
        String event,
        String form,
        LocalDate on,
        Category category,
        Weight weight,
        String description) {}
