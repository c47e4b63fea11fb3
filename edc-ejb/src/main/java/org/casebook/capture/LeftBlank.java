package org.casebook.capture;

/** Why an item has no value although it is asked; stored by name. */
public enum LeftBlank {
    NOT_DONE,
    UNKNOWN,
    NOT_APPLICABLE,
    REFUSED
}
