package org.casebook.web.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A state as people see it: a word (words/common.properties, key {@code status.<key>}), an icon, and a tone. Colour is never
 * the only sign (WCAG 2.2, 1.4.1).
 */
enum Status {
    // forms
    EMPTY("circle", Tone.QUIET),
    NOT_STARTED("circle", Tone.QUIET),
    STARTED("pencil", Tone.INFO),
    COMPLETE("check", Tone.GOOD),
    SIGNED("verified", Tone.SEALED),
    SIGNATURE_BROKEN("exclamation-triangle", Tone.BAD),
    VERIFIED("check-square", Tone.GOOD),
    TO_VERIFY("square", Tone.INFO),
    CHANGED_SINCE("refresh", Tone.WARN),
    NOT_REQUIRED("minus", Tone.QUIET),
    LOCKED("lock", Tone.SEALED),
    READY("lock-open", Tone.GOOD),
    BLOCKED("exclamation-circle", Tone.WARN),
    UNLOCKED("lock-open", Tone.QUIET),
    VOID("ban", Tone.QUIET),
    NOT_DONE("minus-circle", Tone.QUIET),
    // visits
    PLANNED("calendar", Tone.QUIET),
    DUE("clock", Tone.INFO),
    OVERDUE("exclamation-circle", Tone.BAD),
    IN_WINDOW("check", Tone.GOOD),
    EARLY("arrow-left", Tone.WARN),
    LATE("arrow-right", Tone.WARN),
    MISSED("times-circle", Tone.BAD),
    DONE("check", Tone.GOOD),
    UNPLANNED("calendar-times", Tone.QUIET),
    NOT_EXPECTED("minus", Tone.QUIET),
    // participants
    SCREENING("search", Tone.INFO),
    SCREENED("search", Tone.INFO),
    SCREEN_FAILED("times", Tone.QUIET),
    ELIGIBLE("thumbs-up", Tone.GOOD),
    NOT_ELIGIBLE("times", Tone.BAD),
    ENROLLED("user-plus", Tone.GOOD),
    RANDOMIZED("sitemap", Tone.GOOD),
    ON_TREATMENT("heart", Tone.GOOD),
    TREATMENT_STOPPED("stop-circle", Tone.WARN),
    LOST("question-circle", Tone.WARN),
    DIED("times-circle", Tone.QUIET),
    WITHDRAWN("sign-out", Tone.WARN),
    COMPLETED("flag", Tone.SEALED),
    // queries
    OPEN("comment", Tone.WARN),
    ANSWERED("reply", Tone.INFO),
    CLOSED("check-circle", Tone.GOOD),
    // sites, studies, accounts
    ACTIVE("check-circle", Tone.GOOD),
    ON_HOLD("pause", Tone.WARN),
    NOT_ACTIVATED("circle", Tone.QUIET),
    DRAFT("file-edit", Tone.INFO),
    RELEASED("check-circle", Tone.GOOD),
    RETIRED("ban", Tone.QUIET),
    PASSED("check-circle", Tone.GOOD),
    FAILED("times-circle", Tone.BAD),
    NOTHING_TRIED("minus-circle", Tone.QUIET),
    ENABLED("check-circle", Tone.GOOD),
    DISABLED("ban", Tone.QUIET),
    // criteria and gates
    MET("check", Tone.GOOD),
    NOT_MET("times", Tone.BAD),
    NOT_YET("clock", Tone.INFO),
    UNKNOWN("question", Tone.QUIET);

    /** What the colour says. */
    enum Tone {
        QUIET,
        INFO,
        GOOD,
        WARN,
        BAD,
        SEALED
    }

    private final String icon;
    private final Tone tone;

    Status(String icon, Tone tone) {
        this.icon = icon;
        this.tone = tone;
    }

    String icon() {
        return icon;
    }

    String tone() {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds by key, constant name, or the constant of a room's own enum. */
    static Optional<Status> of(Object state) {
        String wanted = String.valueOf(state).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(status -> status.name().equals(wanted))
                .findFirst();
    }
}
