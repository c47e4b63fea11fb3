package org.casebook.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebook.definition.CheckDefinition.Severity;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Scope;
import org.casebook.rules.DataType;

/** A case form as the page draws it: definition and content together, and what may be done with it. */
public record CaseFormView(Header header, Permits permits, List<Section> sections) {

    public CaseFormView {
        sections = List.copyOf(sections);
    }

    /**
     * Which form it is.
     *
     * @param event event OID; null for a row of a log
     * @param eventName name of the event; the log's name for a row of a log
     * @param row number of the row in its log, from 1; null for forms of visits
     * @param help what to keep in mind when filling it; may be empty
     */
    public record Header(
            long id,
            Scope scope,
            String subject,
            String event,
            String eventName,
            String form,
            String formName,
            String help,
            Integer row,
            FormState.State state,
            boolean locked,
            long revision,
            Instant updatedAt) {}

    /**
     * What this person may do now; each computed by the rule that guards the door.
     *
     * @param reasonNeeded whether each change of an item needs a reason
     * @param signable whether the investigator's signature is asked for and the form is ready for it
     */
    public record Permits(
            boolean correctable,
            boolean reasonNeeded,
            boolean completable,
            boolean reopenable,
            boolean notDoneable,
            boolean voidable,
            boolean signable) {}

    /** A part of the form under one heading; the heading may be empty. */
    public record Section(String oid, String title, String help, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param unit symbol shown beside the value; null: none
     * @param options the answers of a choice; empty for other types
     * @param scale ends of a visual analogue scale; null for other types
     * @param state what is held about it
     * @param messages what stands against it, in words
     */
    public record Item(
            String oid,
            String name,
            String question,
            String help,
            DataType type,
            Integer length,
            String unit,
            List<Option> options,
            ItemDefinition.Scale scale,
            boolean mandatory,
            boolean derived,
            boolean critical,
            ItemState state,
            List<Message> messages) {

        public Item {
            options = List.copyOf(options);
            messages = List.copyOf(messages);
        }
    }

    /** One permitted answer. */
    public record Option(String code, String decode) {}

    /**
     * What stands against an item.
     *
     * @param check OID of the check, or a pseudo check of {@link ItemState}
     * @param severity {@code HARD}: a query stays open until it is mended; {@code SOFT}: a warning
     */
    public record Message(String check, String severity, String text) {

        private static final String NOT_ASKED =
                "This is not asked any more after another answer. Empty it, or look at that answer again.";

        static List<Message> of(ItemDefinition item, ItemState state) {
            return state.checks().stream().map(check -> of(item, state, check)).toList();
        }

        static Message of(ItemDefinition item, ItemState state, String check) {
            return switch (check) {
                case ItemState.UNREADABLE ->
                    new Message(
                            check,
                            Severity.HARD.name(),
                            item.shape().read(state.text()).problem());
                case ItemState.SUPERFLUOUS -> new Message(check, Severity.SOFT.name(), NOT_ASKED);
                default -> ofStudy(item, check);
            };
        }

        private static Message ofStudy(ItemDefinition item, String oid) {
            return item.checks().stream()
                    .filter(check -> check.oid().equals(oid))
                    .findFirst()
                    .map(check -> new Message(
                            oid, check.severity().name(), check.message().text()))
                    .orElseGet(() -> new Message(oid, Severity.SOFT.name(), oid));
        }

        boolean hard() {
            return severity.equals(Severity.HARD.name());
        }
    }

    /**
     * A log of a participant, or a form with rows at one visit, as the page draws it.
     *
     * @param event OID of the visit; null for a log that belongs to none
     * @param name with the visit's name before it where there is one
     * @param help what to keep in mind when filling it; may be empty
     * @param addable whether this person may add a row
     * @param rows in order, void ones too
     */
    public record Log(
            String subject,
            String event,
            String form,
            String name,
            String help,
            boolean addable,
            List<CaseFormView> rows) {

        public Log {
            rows = List.copyOf(rows);
        }
    }

    /** The item with this OID. */
    public Optional<Item> item(String oid) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.oid().equals(oid))
                .findFirst();
    }
}
