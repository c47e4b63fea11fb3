package org.casebook.consent;

import java.util.List;

/**
 * The consents of one participant.
 *
 * @param lines the first one first; those that were taken back too
 * @param texts of the site, in force today, the latest first
 * @param due the text to which consent is due again; null: none
 */
public record ConsentView(List<ConsentLine> lines, List<TextInForce> texts, TextInForce due) {

    public ConsentView {
        lines = List.copyOf(lines);
        texts = List.copyOf(texts);
    }

    /** Whether one can be taken back: the last that holds and was recorded here. */
    public boolean revocable() {
        return lines.stream().anyMatch(line -> line.holds() && !line.first());
    }
}
