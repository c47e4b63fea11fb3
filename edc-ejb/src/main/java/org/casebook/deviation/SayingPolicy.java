package org.casebook.deviation;

import java.time.LocalDate;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/**
 * What must be said of a deviation.
 *
 * @param today the date at the site
 */
record SayingPolicy(StudyDefinition study, LocalDate today) {

    /** A day this long ago is a slip of the keyboard. */
    private static final int MOST_YEARS_AGO = 30;

    /** The deviation with all that belongs to it; refused when something is missing or cannot be. */
    NewDeviation settle(NewDeviation said) {
        requireDay(said.on());
        if (said.category() == null) {
            throw refusal("noCategory");
        }
        if (said.event() != null && study.findEvent(said.event()).isEmpty()) {
            throw new Invalid(Sentence.of("deviation", "noVisit", Words.quoted(said.event())));
        }
        if (said.form() != null && study.findForm(said.form()).isEmpty()) {
            throw new Invalid(Sentence.of("deviation", "noForm", Words.quoted(said.form())));
        }
        String description = Words.needed(said.description(), Sentence.of("deviation", "noDescription"));
        return new NewDeviation(
                said.subject(), said.event(), said.form(), said.on(), said.category(), said.weight(), description);
    }

    private void requireDay(LocalDate on) {
        if (on == null || on.isBefore(today.minusYears(MOST_YEARS_AGO))) {
            throw refusal("noDate");
        }
        if (on.isAfter(today)) {
            throw new Invalid(Sentence.of("deviation", "future", on, today));
        }
    }

    /** A deviation of a site needs the site. */
    static Scope requireSite(Scope scope) {
        if (scope.wholeStudy()) {
            throw refusal("noSite");
        }
        return scope;
    }

    private static Invalid refusal(String key) {
        return new Invalid(Sentence.of("deviation", key));
    }
}
