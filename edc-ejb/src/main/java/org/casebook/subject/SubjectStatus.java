package org.casebook.subject;

import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Sentence;

/** Where a participant stands. Each step but randomisation can be taken back with a reason. */
public enum SubjectStatus {
    SCREENING,
    SCREEN_FAILED,
    /** Takes part, in a study that does not randomise. */
    ENROLLED,
    RANDOMIZED,
    ON_TREATMENT,
    /** Treatment has stopped for good; visits go on. */
    TREATMENT_STOPPED,
    WITHDRAWN,
    /** Lost to follow-up. */
    LOST,
    COMPLETED,
    DIED;

    /** Whether the participation is over, so that no visit is expected any more. */
    public boolean isEnd() {
        return switch (this) {
            case SCREEN_FAILED, WITHDRAWN, LOST, COMPLETED, DIED -> true;
            default -> false;
        };
    }

    /** The words people use, in a sentence. */
    public Sentence words() {
        return Sentence.of("subject", "is." + name());
    }

    /**
     * What people may decide from here; randomisation is no such decision.
     *
     * @param randomizes whether the study randomises
     */
    public List<SubjectStatus> next(boolean randomizes) {
        return Arrays.stream(values())
                .filter(next -> next != RANDOMIZED && mayBecome(next))
                .filter(next -> next != ENROLLED || !randomizes)
                .toList();
    }

    boolean mayBecome(SubjectStatus next) {
        return switch (next) {
            case SCREENING -> false;
            case SCREEN_FAILED, ENROLLED, RANDOMIZED -> this == SCREENING;
            case ON_TREATMENT -> this == ENROLLED || this == RANDOMIZED;
            case TREATMENT_STOPPED -> this == ENROLLED || this == RANDOMIZED || this == ON_TREATMENT;
            case COMPLETED -> isEnrolled();
            case WITHDRAWN -> !isEnd() || this == WITHDRAWN || this == COMPLETED || this == LOST;
            case LOST -> !isEnd();
            case DIED -> !isEnd() || this == LOST;
        };
    }

    private boolean isEnrolled() {
        return this == ENROLLED || this == RANDOMIZED || this == ON_TREATMENT || this == TREATMENT_STOPPED;
    }
}
