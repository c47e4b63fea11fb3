package org.casebook.capture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebook.capture.FormState.State;
import org.casebook.definition.CheckDefinition.Severity;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Language;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.laboratory.FindingWords;
import org.casebook.rules.DataType;
import org.casebook.rules.Reading;
import org.casebook.veil.Veil;
import org.casebook.wording.CheckWords;

/** A case form as the page draws it: definition and content together, and what may be done with it. */
public record CaseFormView(Header header, Permits permits, List<Section> sections) {

    public CaseFormView {
        sections = List.copyOf(sections);
    }

    /**
     * Which form it is.
     *
     * @param id 0 while it is not begun: then it is empty, and its first entry begins it
     * @param event event OID; null for a row of a log
     * @param eventName name of the event; the log's name for a row of a log
     * @param row number of the row in its log, from 1; null for forms of visits
     * @param help what to keep in mind when filling it; may be empty
     * @param leftBlank why it was left blank as a whole; null when it was not
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
            Instant updatedAt,
            Entry.LeftBlank leftBlank) {}

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
                    enters && form.allows(State.COMPLETE, State.NOT_DONE, State.VOID),
                    enters && form.allows(State.STARTED) && form.document().isEmpty(),
                    enters && form.id() != null && form.allows(State.STARTED, State.COMPLETE, State.NOT_DONE),
                    signs && definition.signed() && form.allows(State.COMPLETE));
        }
    }

    /** A part of the form under one heading; the heading may be empty. {@code lang} as in {@link Item}. */
    public record Section(String oid, String title, String help, String lang, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param lang tag of the language of its words, where that is another than the one asked for; else null
     * @param significantDigits digits after the decimal point that are kept; null: as typed
     * @param unit symbol shown beside the value; null: none
     * @param options the answers of a choice; empty for other types
     * @param units what the value can be typed in, the item's own first; empty when there is no choice
     * @param meaning what was understood; null when there is no value
     * @param scale ends of a visual analogue scale; null for other types
     * @param attachment what files may be attached; null for other types
     * @param link to rows of which log it leads; null for other types
     * @param about OID of the laboratory value that it belongs to: by which it was judged, or what is asked since of it; null
     *     for other items
     * @param part which part of the judgement it holds; null for what is asked since of it, and for other items
     * @param state what is held about it
     * @param messages what stands against it, in words
     */
    public record Item(
            String oid,
            String name,
            String question,
            String help,
            String lang,
            DataType type,
            Integer length,
            Integer significantDigits,
            String unit,
            List<Option> units,
            List<Option> options,
            ItemDefinition.Scale scale,
            ItemDefinition.Attachment attachment,
            ItemDefinition.Link link,
            boolean mandatory,
            boolean derived,
            boolean critical,
            String about,
            ItemDefinition.Finding.Part part,
            ItemState state,
            Meaning meaning,
            List<Message> messages) {

        public Item {
            units = List.copyOf(units);
            options = List.copyOf(options);
            messages = List.copyOf(messages);
        }
    }

    /** One permitted answer, or one unit. */
    public record Option(String code, String decode) {}

    /**
     * What was understood of what was typed.
     *
     * @param value canonical
     * @param unit symbol of the unit that was chosen; null when it is the item's own, or there is none
     * @param standard the value in the item's own unit; null when it was typed in it
     * @param standardUnit symbol of that; null likewise
     * @param words what a computed value is called in the reader's language; null where it speaks for itself
     */
    public record Meaning(
            DataType type, String value, String unit, String standard, String standardUnit, String words) {

        static Meaning of(StudyDefinition study, ItemDefinition item, ItemState state) {
            if (state.value() == null) {
                return null;
            }
            if (state.unit() == null) {
                return new Meaning(item.type(), state.value(), null, null, null, words(item, state.value()));
            }
            String typedIn = study.units().get(state.unit()).symbol();
            String standard = FormJudge.value(study, item, state).text();
            return new Meaning(
                    item.type(), state.value(), typedIn, standard, item.unit().symbol(), null);
        }

        private static String words(ItemDefinition item, String value) {
            if (item.finding() != null && item.finding().part() == ItemDefinition.Finding.Part.RANGE) {
                return FindingWords.shown(value);
            }
            return item.isDerived() && item.codeList() != null
                    ? item.codeList()
                            .find(value)
                            .map(answer -> answer.decode().shown())
                            .orElse(null)
                    : null;
        }
    }

    /**
     * What stands against an item.
     *
     * @param check OID of the check, or a pseudo check of {@link ItemState}
     * @param severity {@code HARD}: a query stays open until it is mended; {@code SOFT}: a warning
     * @param readings what the text could mean, each written so that it has one meaning; empty unless there are several
     */
    public record Message(String check, String severity, String text, List<String> readings) {

        public Message {
            readings = readings == null ? List.of() : List.copyOf(readings);
        }

        /** No second constructor: what is kept under a request key is read back by the only one. */
        private static Message plain(String check, String severity, String text) {
            return new Message(check, severity, text, List.of());
        }

        static Message of(ItemDefinition item, ItemState state, String check, String language, Supplier<ZoneId> zone) {
            return switch (check) {
                case ItemState.UNREADABLE -> unreadable(item.shape().read(state.text(), zone));
                case ItemState.SUPERFLUOUS -> plain(check, Severity.SOFT.name(), said("superfluous"));
                case ItemState.UNRESOLVED_LINK -> plain(check, Severity.HARD.name(), said("unresolvedLink"));
                default -> ofStudy(item, state, check, language);
            };
        }

        private static String said(String key) {
            return Sentence.of("capture", key).in(Language.ofReader());
        }

        /** Where the site's zone is not at hand, a time that it does not have, or has twice, is told without it. */
        private static Message unreadable(Reading reading) {
            String problem = reading.problem() == null ? said("clocks") : reading.problem();
            return new Message(ItemState.UNREADABLE, Severity.HARD.name(), problem, reading.readings());
        }

        private static Message ofStudy(ItemDefinition item, ItemState state, String oid, String language) {
            return item.checks().stream()
                    .filter(check -> check.oid().equals(oid))
                    .findFirst()
                    .map(check -> plain(
                            oid, check.severity().name(), new CheckWords(language).sentence(item, check, state.text())))
                    .orElseGet(() -> plain(oid, Severity.SOFT.name(), oid));
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

    /**
     * Definition and content of a form put together for this person, without what he must not see.
     *
     * @param zone of the form's site, asked for only where a time of a day is read
     */
    static CaseFormView of(StudyDefinition study, CaseForm form, Actor actor, Veil veil, Supplier<ZoneId> zone) {
        FormState state = form.toState();
        FormDefinition definition = veil.shown(study.form(state.form()));
        String event = state.event() == null
                ? definition.name().shown()
                : study.event(state.event()).name().shown();
        Header header = new Header(
                state.id(),
                state.scope(),
                state.subject(),
                state.event(),
                event,
                state.form(),
                definition.name().shown(),
                definition.help().shown(),
                state.row(),
                state.state(),
                state.locked(),
                state.revision(),
                state.updatedAt(),
                form.leftBlank());
        FormDocument.Drawing drawing =
                new FormDocument.Drawing(study, definition, Language.ofReader().tag(), zone);
        return new CaseFormView(
                header,
                Permits.of(definition, form, actor),
                drawing.draw(form.document().seenThrough(veil, definition.oid())));
    }
}
