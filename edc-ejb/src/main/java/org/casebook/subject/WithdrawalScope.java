package org.casebook.subject;

/** From what a participant withdraws; each includes those before it (ICH E6(R3) 3.16.1(u)). */
public enum WithdrawalScope {
    /** No more treatment; visits go on. */
    TREATMENT,
    /** No more visits; what was collected stays in use. */
    FOLLOW_UP,
    /** No use of the data: exports tell it with the participant. */
    DATA;

    /** Whether visits go on all the same. */
    public boolean keepsFollowUp() {
        return this == TREATMENT;
    }
}
