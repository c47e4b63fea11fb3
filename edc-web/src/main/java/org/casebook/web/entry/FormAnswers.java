package org.casebook.web.entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.audit.AuditLine;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.Saved;
import org.casebook.query.QueryNews;
import org.casebook.query.QueryView;
import org.casebook.rules.DataType;
import org.casebook.web.capture.MessageLine;
import org.casebook.web.capture.Understood;
import org.casebook.web.query.SaidWords;
import org.casebook.web.shell.Words;

/** The shapes in which the form page hears back. */
public final class FormAnswers {

    private FormAnswers() {}

    /**
     * What one entry brought about.
     *
     * @param item the item that was entered
     * @param items further items that look different now: shown, hidden, computed, checked
     * @param queries which queries came and went
     * @param changed false when what was entered was there already
     * @param begun id of the form, where its seat was addressed; else null
     */
    public record SavedAnswer(
            boolean ok,
            ItemAnswer item,
            List<ItemAnswer> items,
            FormMark form,
            QueriesAnswer queries,
            boolean changed,
            String sentence,
            Long begun) {

        public static SavedAnswer of(Saved saved, QueryNews news) {
            return new SavedAnswer(
                    true,
                    ItemAnswer.of(saved.item()),
                    saved.others().stream().map(ItemAnswer::of).toList(),
                    new FormMark(saved.state().name(), saved.revision()),
                    QueriesAnswer.of(news),
                    saved.changed(),
                    saved.sentence(),
                    null);
        }

        /** The same, and which form stands at the seat that was addressed. */
        public SavedAnswer at(long form) {
            return new SavedAnswer(ok, item, items, this.form, queries, changed, sentence, form);
        }

        /** On scratch data: an item may be missing, and no query comes or goes. */
        public static SavedAnswer ofPreview(Saved saved) {
            return new SavedAnswer(
                    true,
                    saved.item() == null ? null : ItemAnswer.of(saved.item()),
                    saved.others().stream().map(ItemAnswer::of).toList(),
                    new FormMark(saved.state().name(), saved.revision()),
                    new QueriesAnswer(List.of(), List.of()),
                    saved.changed(),
                    saved.sentence(),
                    null);
        }
    }

    /** Queries that the entry opened and closed; empty when the same entry was answered before. */
    public record QueriesAnswer(List<QueryMark> opened, List<QueryMark> closed) {

        static QueriesAnswer of(QueryNews news) {
            return new QueriesAnswer(
                    news.opened().stream().map(QueryMark::of).toList(),
                    news.closed().stream().map(QueryMark::of).toList());
        }
    }

    /** One query; {@code form} is another than the form at hand when its rules look at this entry. */
    public record QueryMark(long id, Long form, String item, String check, String text) {

        static QueryMark of(QueryView query) {
            return new QueryMark(
                    query.id(), query.place().formId(), query.place().item(), query.check(), query.text());
        }
    }

    /**
     * One item.
     *
     * @param shown what a computed value is called; null where the value speaks for itself
     * @param understood what was understood, in words; empty where the text says it already
     * @param messages what stands against it
     */
    public record ItemAnswer(
            String oid,
            String text,
            String value,
            String unit,
            String leftBlank,
            boolean valid,
            boolean hidden,
            long revision,
            String shown,
            String understood,
            List<MessageLine> messages) {

        /** An item as the page draws it. */
        public static ItemAnswer of(CaseFormView.Item item) {
            return new ItemAnswer(
                    item.oid(),
                    text(item.type(), item.state().text(), item.state().value()),
                    item.state().value(),
                    item.state().unit(),
                    item.state().leftBlank(),
                    item.state().valid(),
                    item.state().hidden(),
                    item.state().revision(),
                    item.meaning() == null ? null : item.meaning().words(),
                    Understood.of(item.meaning(), item.state().text()),
                    MessageLine.of(item.type(), item.messages()));
        }

        /** A link goes by the ids of its rows; what they are about, the page knows. */
        private static String text(DataType type, String text, String value) {
            return type == DataType.ROW_LINK ? value : text;
        }

        static ItemAnswer of(Saved.Item item) {
            return new ItemAnswer(
                    item.oid(),
                    text(item.type(), item.text(), item.value()),
                    item.value(),
                    item.unit(),
                    item.leftBlank(),
                    item.valid(),
                    item.hidden(),
                    item.revision(),
                    item.meaning() == null ? null : item.meaning().words(),
                    Understood.of(item.meaning(), item.text()),
                    MessageLine.of(item.type(), item.messages()));
        }
    }

    /** How the form stands. */
    public record FormMark(String state, long revision) {}

    /**
     * One line of an item's history, oldest first.
     *
     * @param words what was done, as people call it
     * @param roles the roles in which it was done, in words
     */
    public record HistoryLine(
            Instant at,
            String action,
            String words,
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
                    Words.of("actions", line.action()),
                    line.oldValue(),
                    line.newValue(),
                    SaidWords.settled(line.reason()),
                    line.who().fullName(),
                    roles(line.who().roles()),
                    line.who().organisation(),
                    line.who().origin());
        }

        /** As the trail keeps them: their keys, apart by spaces. */
        private static String roles(String keys) {
            return keys == null || keys.isBlank()
                    ? null
                    : Arrays.stream(keys.split(" "))
                            .map(key -> Words.of("common", "role." + key))
                            .collect(Collectors.joining(", "));
        }
    }
}
