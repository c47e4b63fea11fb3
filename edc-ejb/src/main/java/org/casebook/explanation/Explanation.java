package org.casebook.explanation;

import java.util.List;

/**
 * Why something is as it is.
 *
 * @param about what was asked about: an item's question, a form, a visit
 * @param reasons what makes it so, the weightiest first; at least one
 */
public record Explanation(String about, List<Reason> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param sentence what is the case and how to mend it
     * @param rule the rule in words; null where the sentence says it all
     * @param formula the rule as the study file has it; null where there is none
     * @param inputs what the rule looks at, or what is missing
     */
    public record Reason(String sentence, String rule, String formula, List<Input> inputs) {

        public Reason {
            inputs = List.copyOf(inputs);
        }

        static Reason of(String sentence, List<Input> inputs) {
            return new Reason(sentence, null, null, inputs);
        }
    }

    /**
     * Something that a rule looks at.
     *
     * @param place visit and form where it stands elsewhere; null on the form at hand
     * @param value as people read it; null when it is missing or withheld
     * @param note a word on the value: why it does not count, why it is withheld; null where there is nothing to say
     * @param mend where it can be changed; null where nobody can
     */
    public record Input(String question, String place, String value, String note, Mend mend) {}

    /**
     * Where to go.
     *
     * @param form id of the form; 0 for the form at hand while it is not begun; null for another that is not: then the
     *     participant's page leads there
     * @param item OID of the item; null for the form or the visit itself
     * @param log OID of the log whose rows are meant; null for anything else
     */
    public record Mend(String subject, String event, Long form, String item, String log) {}
}
