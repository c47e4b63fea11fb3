package org.casebook.subject;

import java.util.Objects;

/**
 * How one eligibility criterion stands for one participant.
 *
 * @param oid the criterion's OID in the study version
 * @param number what people call it, for example {@code I5}
 * @param verdict whether the participant may go on as far as this criterion is concerned: an exclusion criterion that
 *     does not apply is MET
 * @param sentence the criterion in words, with what is missing or against it where it is not met
 */
public record CriterionResult(String oid, String number, Verdict verdict, String sentence) {

    public CriterionResult {
        Objects.requireNonNull(oid, "oid");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Three-valued: what is unknown is not yet decided. */
    public enum Verdict {
        MET,
        NOT_MET,
        NOT_YET
    }
}
