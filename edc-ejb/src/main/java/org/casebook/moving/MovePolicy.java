package org.casebook.moving;

import java.time.LocalDate;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.site.SiteView;
import org.casebook.subject.Participant;

/**
 * Which transfers can be.
 *
 * @param person as he is now
 * @param target the site that takes him over
 * @param since the day from which he has been at his site, a date there
 */
record MovePolicy(Participant person, SiteView target, LocalDate since) {

    /**
     * The transfer as it is recorded.
     *
     * @throws Invalid saying what is missing or cannot be
     */
    NewMove settle(NewMove wanted) {
        if (target.number().equals(person.site())) {
            throw refusal("there", person.key(), target.number());
        }
        if (!target.active()) {
            throw refusal("notActive", target.number());
        }
        if (wanted.on() == null) {
            throw refusal("noDate");
        }
        if (wanted.on().isAfter(target.today())) {
            throw refusal("future", wanted.on().toString(), target.today().toString());
        }
        if (wanted.on().isBefore(since)) {
            throw refusal("tooEarly", wanted.on().toString(), person.key(), person.site(), since.toString());
        }
        return new NewMove(
                target.number(), wanted.on(), Words.needed(wanted.reason(), Sentence.of("moving", "noReason")));
    }

    private static Invalid refusal(String key, String... parts) {
        return new Invalid(Sentence.of("moving", key, (java.io.Serializable[]) parts));
    }
}
