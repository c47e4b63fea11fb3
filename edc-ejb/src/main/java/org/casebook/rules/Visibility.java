package org.casebook.rules;

/** Whether an item is asked. */
public enum Visibility {
    /** Asked. */
    SHOWN,
    /** Not collected, or not yet known whether it is; it has no value. */
    HIDDEN,
    /** Not collected, yet it has a value that came in earlier: shown, so that somebody can take it away. It counts as missing. */
    SUPERFLUOUS;

    public boolean isShown() {
        return this != HIDDEN;
    }

    /** Whether its value counts. */
    public boolean isCollected() {
        return this == SHOWN;
    }
}
