package org.casebook.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;

/** Case forms as REST tells them. */
public final class FormAnswers {

    private FormAnswers() {}

    /**
     * Which form it is, and how far it has come.
     *
     * @param event OID of the visit; null for a row of a log
     * @param row number of the row; null for a visit's form
     * @param state STARTED, COMPLETE, NOT_DONE or VOID
     */
    public record Header(
            long id,
            String site,
            String subject,
            String event,
            String form,
            Integer row,
            String state,
            boolean locked,
            long revision,
            Instant updatedAt) {

        static Header of(FormState form) {
            return new Header(
                    form.id(),
                    form.site(),
                    form.subject(),
                    form.event(),
                    form.form(),
                    form.row(),
                    form.state().name(),
                    form.locked(),
                    form.revision(),
                    form.updatedAt());
        }

        static Header of(CaseFormView.Header form) {
            return new Header(
                    form.id(),
                    form.scope().site(),
                    form.subject(),
                    form.event(),
                    form.form(),
                    form.row(),
                    form.state().name(),
                    form.locked(),
                    form.revision(),
                    form.updatedAt());
        }
    }

    /** A form with all its items by OID, untouched ones too. */
    public record Form(Header header, Map<String, Item> items) {

        static Form of(CaseFormView view) {
            Map<String, Item> items = new LinkedHashMap<>();
            view.sections().forEach(section -> section.items().forEach(item -> items.put(item.oid(), Item.of(item))));
            return new Form(Header.of(view.header()), items);
        }
    }

    /**
     * One item.
     *
     * @param text as typed; null when empty
     * @param value canonical; null when empty or not readable
     * @param valid whether the text can be read as the item's type
     * @param hidden whether a condition hides it now
     * @param revision to be sent with the next entry
     * @param messages what stands against it
     */
    public record Item(
            String question,
            String type,
            String text,
            String value,
            String unit,
            String leftBlank,
            boolean valid,
            boolean hidden,
            boolean mandatory,
            boolean derived,
            long revision,
            List<String> messages) {

        static Item of(CaseFormView.Item item) {
            ItemState state = item.state();
            return new Item(
                    item.question(),
                    item.type().name(),
                    state.text(),
                    state.value(),
                    state.unit(),
                    state.leftBlank(),
                    state.valid(),
                    state.hidden(),
                    item.mandatory(),
                    item.derived(),
                    state.revision(),
                    item.messages().stream().map(CaseFormView.Message::text).toList());
        }
    }
}
