package org.casebook.signature;

/**
 * One thing that still keeps a participant from being locked.
 *
 * @param formId the form to look at; null when it was never started or no form is concerned
 * @param event OID of the visit; null for logs
 * @param form OID of the form; null when no form is concerned
 * @param what the thing in words, without the participant's number
 */
public record Blocker(Kind kind, String site, String subject, Long formId, String event, String form, String what) {

    /** What is missing; in the order in which it is best worked off. */
    public enum Kind {
        VISIT_OPEN,
        FORM_MISSING,
        FORM_NOT_COMPLETE,
        OPEN_QUERY,
        ITEM_NOT_VERIFIED,
        FORM_NOT_SIGNED,
        NO_END_OF_STUDY
    }
}
