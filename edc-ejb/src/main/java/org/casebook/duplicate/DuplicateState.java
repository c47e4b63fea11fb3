package org.casebook.duplicate;

/** What is known of two participants that look like one person. */
public enum DuplicateState {
    /** Noticed; nobody has decided. */
    SUSPECTED,
    /** Somebody decided: two persons. */
    DIFFERENT,
    /** Somebody decided: one person. */
    SAME,
    /** Their items tell them apart now, or they are linked as screened again. */
    TAKEN_BACK
}
