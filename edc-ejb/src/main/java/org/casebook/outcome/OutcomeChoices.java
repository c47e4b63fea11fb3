package org.casebook.outcome;

import java.util.List;

/**
 * What can be looked at.
 *
 * @param responses the study's definitions of a responder
 * @param scores numbers that are asked or computed at two visits or more, scores before others
 */
public record OutcomeChoices(List<Choice> responses, List<Choice> scores) {

    public OutcomeChoices {
        responses = List.copyOf(responses);
        scores = List.copyOf(scores);
    }

    /** One of them, with its name in the reader's language. */
    public record Choice(String oid, String name) {}
}
