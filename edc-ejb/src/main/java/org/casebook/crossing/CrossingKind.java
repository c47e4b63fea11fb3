package org.casebook.crossing;

/** What was recorded about the way to a later period. */
public enum CrossingKind {
    /** The treatment was prepared. */
    PREPARED,
    /** The participant will not get it. */
    REFUSED,
    /** The participant will get it after all. */
    RESUMED;

    /** Name of the entry in the trail. */
    String action() {
        return "crossover-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
