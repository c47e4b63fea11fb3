package org.casebook.rules;

/**
 * What kind of value an item holds, in the words of a paper form. The type decides how typed text is read, how the value
 * is compared and which widget draws it.
 */
public enum DataType {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    LONG_TEXT,
    /** A whole number. */
    INTEGER,
    /** A number with decimals. */
    DECIMAL,
    /** A complete date, ISO 8601 {@code YYYY-MM-DD}. */
    DATE,
    /** A date whose day, or day and month, may be unknown. */
    PARTIAL_DATE,
    /** A time of day, {@code HH:MM} or {@code HH:MM:SS}, without zone. */
    TIME,
    /** Date and time of day, without zone (the site's zone is meant). */
    DATETIME,
    /** Yes or no; canonical {@code true} or {@code false}. */
    BOOLEAN,
    /** Exactly one code of a code list. */
    CHOICE,
    /** Any number of codes of a code list. */
    MULTI_CHOICE,
    /** A visual analogue scale: a number marked on a line, with a lowest and a highest value. */
    VAS,
    /** A number computed by a method; nobody types it. */
    CALCULATED,
    /** A file that was attached; its name and the number under which it is kept. */
    ATTACHMENT,
    /** Rows of a log of the same participant, by their ids, which never change. */
    ROW_LINK;

    /** Whether values of this type are numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == VAS || this == CALCULATED;
    }

    /** Whether values of this type are dates, complete or partial. */
    public boolean isDate() {
        return this == DATE || this == PARTIAL_DATE;
    }

    /** Whether an item of this type can hold several values. */
    public boolean takesSeveral() {
        return this == MULTI_CHOICE || this == ROW_LINK;
    }

    /** Whether values of this type come from a code list. */
    public boolean isChoice() {
        return this == CHOICE || this == MULTI_CHOICE;
    }
}
