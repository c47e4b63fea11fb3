package org.casebook.unblinding;

import java.time.Instant;

/**
 * That a participant's treatment was made known as planned; never the treatment.
 *
 * @param number randomisation number
 * @param by name of the person
 * @param reason why without the visit; null where it took place
 */
public record UnblindedView(String subject, String number, Instant at, String by, String reason) {}
