package org.casebook.moving;

import java.time.Instant;
import java.util.List;
import org.casebook.whereabouts.MoveLine;

/** What a site that a participant left recorded about him. */
public record PastView(MoveLine move, List<Form> forms) {

    public PastView {
        forms = List.copyOf(forms);
    }

    /**
     * One form, or one row of a log, in the order in which they were begun.
     *
     * @param visit name of the visit; empty for logs
     * @param row which of the rows that this site recorded it is, from 1; 0 where the form has none
     */
    public record Form(String visit, String name, int row, List<Answer> answers) {

        public Form {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What stood there when the participant left, as the site recorded it last.
     *
     * @param value as shown on the form; empty where it was taken away
     * @param person full name of who recorded it
     * @param at when, UTC
     * @param computed whether a rule worked it out
     */
    public record Answer(String question, String value, String person, Instant at, boolean computed) {}
}
