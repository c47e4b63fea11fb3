package org.casebook.subject;

/** Where a participant stands. Each end can be taken back with a reason. */
public enum SubjectStatus {
    SCREENING,
    SCREEN_FAILED,
    RANDOMIZED,
    WITHDRAWN,
    COMPLETED;

    /** Whether the participation is over, so that no visit is expected any more. */
    public boolean isEnd() {
        return this == SCREEN_FAILED || this == WITHDRAWN || this == COMPLETED;
    }

    /** The word people use, in a sentence. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    boolean mayBecome(SubjectStatus next) {
        return switch (next) {
            case RANDOMIZED, SCREEN_FAILED -> this == SCREENING;
            case WITHDRAWN -> this == SCREENING || this == RANDOMIZED;
            case COMPLETED -> this == RANDOMIZED;
            case SCREENING -> false;
        };
    }
}
