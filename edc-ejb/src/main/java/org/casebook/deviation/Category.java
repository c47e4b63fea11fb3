package org.casebook.deviation;

/** What a deviation is about. */
public enum Category {
    /** Consent missing, late, or to the wrong text. */
    CONSENT,
    /** Enrolled although a criterion is not met, or before eligibility was known. */
    ELIGIBILITY,
    /** A visit earlier or later than its window. */
    VISIT_WINDOW,
    /** A visit that did not take place. */
    VISIT_MISSED,
    /** Steps or visits in another order than planned. */
    ORDER,
    /** Given at another time, in another dose, or by another way than planned. */
    TREATMENT,
    /** An assessment left out, or done in another way. */
    ASSESSMENT,
    /** A medication or treatment that the protocol forbids. */
    MEDICATION,
    /** An event reported late or not at all. */
    SAFETY_REPORTING,
    OTHER
}
