package org.casebook.deviation;

/** How much a deviation matters, as people judged it. */
public enum Weight {
    MINOR,
    MAJOR,
    /**
     * Might significantly affect the completeness, accuracy or reliability of the study data, or a participant's rights, safety
     * or well-being (ICH E3 Q&amp;A (R1), question 7).
     */
    IMPORTANT
}
