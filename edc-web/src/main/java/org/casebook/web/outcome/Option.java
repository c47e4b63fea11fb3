package org.casebook.web.outcome;

import java.util.List;
import org.casebook.outcome.OutcomeChoices.Choice;

/**
 * One line of a list to choose from.
 *
 * @param selected {@code selected} for the one chosen, else null
 */
public record Option(String value, String label, String selected) {

    static Option of(String value, String label, boolean chosen) {
        return new Option(value, label, chosen ? "selected" : null);
    }

    static List<Option> of(List<Choice> offered, String chosen) {
        return offered.stream()
                .map(choice -> of(choice.oid(), choice.name(), choice.oid().equals(chosen)))
                .toList();
    }

    /** What the address asks for, else the first on offer. */
    static String chosen(List<Choice> offered, String asked) {
        return asked == null || asked.isBlank() ? offered.get(0).oid() : asked;
    }
}
