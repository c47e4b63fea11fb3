package org.casebook.explanation;

import java.util.List;

/**
 * What an item is, for whoever fills it: its definition in words.
 *
 * @param oid what it is called in the study file and in datasets
 * @param type in words
 * @param unit symbol of the standard unit; null: none
 * @param limits what a value must look like to be read: length, digits, ends of a scale
 * @param answers the permitted answers, as {@code code = answer}
 * @param condition when it is left out; null: it is asked of everybody
 * @param method how it is computed; null when it is typed
 * @param aliases names in other vocabularies, as {@code CDASH: BRTHDAT}
 */
public record ItemCard(
        String oid,
        String name,
        String question,
        String type,
        String unit,
        boolean mandatory,
        boolean critical,
        List<String> limits,
        List<String> answers,
        List<Rule> checks,
        Rule condition,
        Rule method,
        List<String> aliases) {

    public ItemCard {
        limits = List.copyOf(limits);
        answers = List.copyOf(answers);
        checks = List.copyOf(checks);
        aliases = List.copyOf(aliases);
    }

    /**
     * A rule.
     *
     * @param name what it is called; may be empty
     * @param words what it says
     * @param formula as the study file has it; null for a comparison with fixed numbers
     * @param hard whether a value that fails it does not count; false for what is no check
     */
    public record Rule(String name, String words, String formula, boolean hard) {}
}
