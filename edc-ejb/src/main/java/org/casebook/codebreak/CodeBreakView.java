package org.casebook.codebreak;

import java.time.Instant;

/**
 * One code break as listed; it tells no treatment.
 *
 * @param number randomisation number
 * @param by full name of whoever broke the code
 * @param reason as it was given before the treatment was shown
 * @param notice how far the notice of it is
 */
public record CodeBreakView(
        long id,
        String site,
        String subject,
        String number,
        Instant at,
        String by,
        boolean adverseEvent,
        String reason,
        Notice notice) {

    /** How far the notice of a code break is. */
    public enum Notice {
        /** The mail server took the letter to each address. */
        SENT,
        /** Some letter still waits for the mail server. */
        WAITING,
        /** The study had no address then: somebody must be told by another way. */
        NOBODY
    }
}
