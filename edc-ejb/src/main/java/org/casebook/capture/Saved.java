package org.casebook.capture;

import java.util.List;
import org.casebook.rules.DataType;

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
            List<CaseFormView.Message> messages) {}
}
