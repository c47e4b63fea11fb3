package org.casebook.capture;

import java.util.List;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;
import org.casebook.veil.Veil;

/**
 * What one entry brought about.
 *
 * @param item the item that was entered
 * @param others further items that look different now: shown, hidden, computed, checked
 * @param state the form's state
 * @param revision the form's revision
 * @param changed false when what was entered was there already
 * @param sentence what to tell the person
 */
public record Saved(
        Item item, List<Item> others, FormState.State state, long revision, boolean changed, String sentence) {

    /** The same for whoever must not see all of it; the item that was entered is none of what is hidden. */
    Saved seenThrough(Veil veil, String form) {
        if (veil.isEmpty()) {
            return this;
        }
        Item seen = item.seenThrough(veil, form);
        List<Item> seenOthers = others.stream()
                .filter(other -> !veil.hides(form, other.oid()))
                .map(other -> other.seenThrough(veil, form))
                .toList();
        return new Saved(seen, seenOthers, state, revision, changed, sentence(seen.messages()));
    }

    static String sentence(List<CaseFormView.Message> messages) {
        Sentence said = messages.isEmpty()
                ? Sentence.of("capture", "stored")
                : Sentence.of("capture", "storedBut", messages.get(0).text());
        return said.in(Language.ofReader());
    }

    /**
     * One item after the entry.
     *
     * @param revision the item's revision, to be sent with the next entry
     * @param meaning what was understood; null when there is no value
     */
    public record Item(
            String oid,
            DataType type,
            String text,
            String value,
            String unit,
            String leftBlank,
            boolean valid,
            boolean hidden,
            long revision,
            CaseFormView.Meaning meaning,
            List<CaseFormView.Message> messages) {

        private Item seenThrough(Veil veil, String form) {
            List<CaseFormView.Message> seen = messages.stream()
                    .filter(message -> !veil.hides(form, oid, message.check()))
                    .toList();
            return new Item(oid, type, text, value, unit, leftBlank, valid, hidden, revision, meaning, seen);
        }
    }
}
