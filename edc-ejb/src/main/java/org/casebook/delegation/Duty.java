package org.casebook.delegation;

/** What a person may be trusted with at a site. */
public enum Duty {
    /** Principal investigator: approves the log, and may do all that can be delegated. */
    LEAD,
    /** Sign forms. */
    SIGN,
    RANDOMIZE,
    /** Explain the study and take consent. */
    CONSENT,
    /** Enter data. */
    ENTER_DATA
}
