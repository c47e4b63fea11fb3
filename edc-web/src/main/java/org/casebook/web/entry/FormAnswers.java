package org.casebook.web.entry;

import java.time.Instant;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.Saved;

/** The shapes in which the form page hears back. */
public final class FormAnswers {

    private FormAnswers() {}

    /**
     * What one entry brought about.
     *
     * @param item the item that was entered
     * @param items further items that look different now: shown, hidden, computed, checked
     */
    public record SavedAnswer(
            boolean ok, ItemAnswer item, List<ItemAnswer> items, FormMark form, boolean changed, String sentence) {

        static SavedAnswer of(Saved saved) {
            return new SavedAnswer(
                    true,
                    ItemAnswer.of(saved.item()),
                    saved.others().stream().map(ItemAnswer::of).toList(),
                    new FormMark(saved.state().name(), saved.revision()),
                    saved.changed(),
                    saved.sentence());
        }
    }

    /** One item; {@code messages} are what stands against it. */
    public record ItemAnswer(
            String oid,
            String text,
            String value,
            String unit,
            String leftBlank,
            boolean valid,
            boolean hidden,
            long revision,
            List<CaseFormView.Message> messages) {

        static ItemAnswer of(Saved.Item item) {
            return new ItemAnswer(
                    item.oid(),
                    item.text(),
                    item.value(),
                    item.unit(),
                    item.leftBlank(),
                    item.valid(),
                    item.hidden(),
                    item.revision(),
                    item.messages());
        }
    }

    /** How the form stands. */
    public record FormMark(String state, long revision) {}

    /** One line of an item's history, oldest first. */
    public record HistoryLine(
            Instant at,
            String action,
            String oldValue,
            String newValue,
            String reason,
            String by,
            String roles,
            String organisation,
            String origin) {

        static HistoryLine of(AuditLine line) {
            return new HistoryLine(
                    line.at(),
                    line.action(),
                    line.oldValue(),
                    line.newValue(),
                    line.reason(),
                    line.who().fullName(),
                    line.who().roles(),
                    line.who().organisation(),
                    line.who().origin());
        }
    }
}
