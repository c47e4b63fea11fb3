package org.casebook.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebook.capture.FormState.State;
import org.casebook.definition.CheckDefinition.Severity;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
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
            boolean signable) {

        private static Permits of(FormDefinition definition, CaseForm form, Actor actor) {
            boolean enters = actor.may(Permission.ENTER_DATA, form.scope());
            boolean signs = actor.may(Permission.SIGN, form.scope());
            return new Permits(
                    enters && form.isCorrectable(),
                    form.needsReason(),
                    enters && form.allows(State.STARTED),
                    enters && form.allows(State.COMPLETE, State.NOT_DONE),
                    enters && form.allows(State.STARTED) && form.document().isEmpty(),
                    enters && form.allows(State.STARTED, State.COMPLETE, State.NOT_DONE),
                    signs && definition.signed() && form.allows(State.COMPLETE));
        }
    }

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
            return of(item, state, TranslatedText.ENGLISH);
        }

        static List<Message> of(ItemDefinition item, ItemState state, String language) {
            return state.checks().stream()
                    .map(check -> of(item, state, check, language))
                    .toList();
        }

        static Message of(ItemDefinition item, ItemState state, String check, String language) {
            return switch (check) {
                case ItemState.UNREADABLE ->
                    new Message(
                            check,
                            Severity.HARD.name(),
                            item.shape().read(state.text()).problem());
                case ItemState.SUPERFLUOUS -> new Message(check, Severity.SOFT.name(), NOT_ASKED);
                default -> ofStudy(item, check, language);
            };
        }

        private static Message ofStudy(ItemDefinition item, String oid, String language) {
            return item.checks().stream()
                    .filter(check -> check.oid().equals(oid))
                    .findFirst()
                    .map(check -> new Message(
                            oid, check.severity().name(), check.message().in(language)))
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

    /** Definition and content of a form put together for this person. */
    static CaseFormView of(StudyDefinition study, CaseForm form, Actor actor) {
        FormState state = form.toState();
        FormDefinition definition = study.form(state.form());
        String event = state.event() == null
                ? definition.name().text()
                : study.event(state.event()).name().text();
        Header header = new Header(
                state.id(),
                state.scope(),
                state.subject(),
                state.event(),
                event,
                state.form(),
                definition.name().text(),
                definition.help().text(),
                state.row(),
                state.state(),
                state.locked(),
                state.revision(),
                state.updatedAt());
        Drawing drawing = new Drawing(definition, TranslatedText.ENGLISH);
        return new CaseFormView(header, Permits.of(definition, form, actor), drawing.draw(form.document()));
    }

    /** Draws the sections of a form with what is held about each item, in one language of the study. */
    record Drawing(FormDefinition definition, String language) {

        List<Section> draw(FormDocument content) {
            return definition.sections().stream()
                    .map(section -> new Section(
                            section.oid(),
                            section.title().in(language),
                            section.help().in(language),
                            section.items().stream()
                                    .map(item -> draw(item, content.item(item.oid())))
                                    .toList()))
                    .toList();
        }

        private Item draw(ItemDefinition item, ItemState state) {
            return new Item(
                    item.oid(),
                    item.name(),
                    item.question().in(language),
                    item.help().in(language),
                    item.type(),
                    item.length(),
                    item.unit() == null ? null : item.unit().symbol(),
                    options(item),
                    scale(item),
                    item.mandatory(),
                    item.isDerived(),
                    item.critical(),
                    state,
                    Message.of(item, state, language));
        }

        List<Option> options(ItemDefinition item) {
            return item.codeList() == null
                    ? List.of()
                    : item.codeList().items().stream()
                            .map(answer ->
                                    new Option(answer.code(), answer.decode().in(language)))
                            .toList();
        }

        private ItemDefinition.Scale scale(ItemDefinition item) {
            ItemDefinition.Scale scale = item.scale();
            return scale == null
                    ? null
                    : new ItemDefinition.Scale(
                            scale.low(),
                            scale.high(),
                            TranslatedText.english(scale.lowLabel().in(language)),
                            TranslatedText.english(scale.highLabel().in(language)));
        }
    }
}
