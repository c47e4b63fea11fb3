package org.casebook.dataset;

import org.casebook.kernel.Refusal;

/** A dataset was asked for while data may still change. */
public class StudyNotLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param study OID of the study
     * @param blocking what still blocks the lock, in words; empty when only the lock itself is missing
     */
    StudyNotLocked(String study, String blocking) {
        super(Kind.CONFLICT, sentence(study, blocking));
    }

    private static String sentence(String study, String blocking) {
        String why = blocking.isBlank()
                ? "Nothing blocks the lock any more: ask the data manager to lock it."
                : "What still blocks the lock: " + blocking + ".";
        return "Study " + study + " is not locked, so there is no dataset to release. " + why;
    }
}
