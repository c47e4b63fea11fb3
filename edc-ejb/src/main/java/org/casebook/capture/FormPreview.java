package org.casebook.capture;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.Reading;
import org.casebook.rules.TypedValue;
import org.casebook.rules.ValueShape;
import org.casebook.rules.Values;
import org.casebook.study.Definitions;
import org.casebook.study.StudyDesign;

/**
 * A form of any version, released or not, on scratch data: drawn and judged as in production, by the same reading and the
 * same rules. Nothing is stored and nothing is told; the page keeps what was typed and hands in all of it each time.
 */
@Stateless
public class FormPreview {

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Definitions definitions;

    @Inject
    private RequestClock clock;

    /**
     * Which form, in which language.
     *
     * @param language tag of the study's languages; null or one that the study lacks: English, else its own
     */
    public record Which(long version, String form, String language) {

        public Which {
            language = language == null || language.isBlank() ? Language.ENGLISH.tag() : language;
        }
    }

    /**
     * What the page holds.
     *
     * @param items every item as the last answer told it; untouched items may be absent
     * @param elsewhere what was typed for {@link Elsewhere}
     */
    public record Scratch(List<Typed> items, List<Named> elsewhere) {

        private static final int MOST = 5_000;

        public Scratch {
            items = present(items);
            elsewhere = present(elsewhere);
            if (items.size() > MOST || elsewhere.size() > MOST) {
                throw new Invalid(Sentence.of("capture", "tooManyValues"));
            }
        }

        private static <T> List<T> present(List<T> sent) {
            return sent == null
                    ? List.of()
                    : sent.stream().filter(Objects::nonNull).toList();
        }
    }

    /** One item as the page holds it. */
    public record Typed(String item, String text, String unit, String leftBlank, long revision) {}

    /** A value from elsewhere, as typed. */
    public record Named(String name, String text) {}

    /**
     * A value that the form's rules ask for and that stands elsewhere in the casebook.
     *
     * @param name as expressions call it
     * @param question what is asked there; empty for {@code today} and {@code visitDate}
     * @param place names of visit and form; empty likewise
     * @param options the answers of a choice
     * @param text what it is before anybody types: today's date for {@code today}, else null
     */
    public record Elsewhere(
            String name, String question, String place, DataType type, List<CaseFormView.Option> options, String text) {

        public Elsewhere {
            options = List.copyOf(options);
        }
    }

    @Allowed(Permission.VIEW_STUDY)
    public CaseFormView open(Scope scope, Which which) {
        Named today = new Named(Expression.TODAY, clock.today(ZoneOffset.UTC).toString());
        return sheet(scope, which).view(scope, new Scratch(List.of(), List.of(today)));
    }

    /** What the form's rules ask for beyond the form itself, by name. */
    @Allowed(Permission.VIEW_STUDY)
    public List<Elsewhere> elsewhere(Scope scope, Which which) {
        return sheet(scope, which).elsewhere(clock.today(ZoneOffset.UTC).toString());
    }

    /**
     * What an entry would bring about.
     *
     * @param entry null: nothing is typed, and every item is told as it stands
     * @throws Invalid where a save would be refused
     */
    @Allowed(Permission.VIEW_STUDY)
    public Saved save(Scope scope, Which which, Scratch scratch, Entry entry) {
        return sheet(scope, which).save(scope, scratch, entry);
    }

    /**
     * Whether the form could be completed.
     *
     * @throws FormIsIncomplete with every mandatory item that is shown and has neither a value nor a reason for its absence
     */
    @Allowed(Permission.VIEW_STUDY)
    public void complete(Scope scope, Which which, Scratch scratch) {
        sheet(scope, which).requireComplete(scratch);
    }

    private Sheet sheet(Scope scope, Which which) {
        StudyDefinition study = studyDesign.definitionOf(scope, which.version());
        return new Sheet(study, definitions.rules(which.version()), study.form(which.form()), which.language());
    }

    /** One form outside any casebook. */
    record Sheet(StudyDefinition study, StudyRules rules, FormDefinition form, String language) {

        CaseFormView view(Scope scope, Scratch scratch) {
            CaseFormView.Header header = new CaseFormView.Header(
                    0,
                    scope,
                    "",
                    null,
                    "",
                    form.oid(),
                    form.name().in(language),
                    form.help().in(language),
                    null,
                    FormState.State.STARTED,
                    false,
                    1,
                    null,
                    null);
            FormJudge judge = judge(scratch);
            return new CaseFormView(
                    header,
                    new CaseFormView.Permits(true, false, true, false, false, false, false),
                    drawing(form).draw(document(judge, scratch)));
        }

        Saved save(Scope scope, Scratch scratch, Entry entry) {
            FormJudge judge = judge(scratch);
            FormDocument before = document(judge, scratch);
            if (entry == null) {
                return saved(null, form.items(), before, true);
            }
            ItemDefinition item =
                    form.findItem(entry.item()).orElseThrow(() -> new NotFound("item", entry.item(), scope));
            ItemState held = before.item(item.oid());
            ItemState entered = judge.read(item, held, entry);
            if (held.sameEntry(entered)) {
                return saved(item, List.of(), before, false);
            }
            FormDocument after = judge.judge(before.with(item.oid(), entered));
            List<ItemDefinition> others = form.items().stream()
                    .filter(other -> !other.oid().equals(item.oid()))
                    .filter(other -> !before.item(other.oid()).equals(after.item(other.oid())))
                    .toList();
            return saved(item, others, after, true);
        }

        void requireComplete(Scratch scratch) {
            List<ItemDefinition> missing = document(judge(scratch), scratch).missing(form);
            if (!missing.isEmpty()) {
                throw new FormIsIncomplete(missing, item -> item.question().in(language));
            }
        }

        List<Elsewhere> elsewhere(String today) {
            Set<String> names = rules.formAlone(form.oid()).foreignNames();
            List<Elsewhere> values = new ArrayList<>();
            for (String date : List.of(Expression.TODAY, Expression.VISIT_DATE)) {
                if (names.contains(date)) {
                    String text = date.equals(Expression.TODAY) ? today : null;
                    values.add(new Elsewhere(date, "", "", DataType.DATE, List.of(), text));
                }
            }
            rules.paths(names).stream()
                    .filter(path -> path.which() != ItemPath.Which.ROWS)
                    .sorted(Comparator.comparing(ItemPath::name))
                    .map(this::elsewhere)
                    .forEach(values::add);
            return values;
        }

        private Elsewhere elsewhere(ItemPath path) {
            FormDefinition there = study.form(path.formOid());
            ItemDefinition item = there.item(path.itemOid());
            return new Elsewhere(
                    path.name(),
                    item.question().in(language),
                    path.place(study, language),
                    item.type(),
                    drawing(there).options(item),
                    null);
        }

        private FormJudge judge(Scratch scratch) {
            FormRules own = rules.formAlone(form.oid());
            Map<String, TypedValue> foreign = new HashMap<>();
            scratch.elsewhere().stream()
                    .filter(value -> own.foreignNames().contains(value.name()))
                    .forEach(value -> {
                        Reading reading = shape(value.name()).read(value.text());
                        if (!reading.isUnderstood()) {
                            throw new Invalid(value.name() + ": " + reading.problem());
                        }
                        if (reading.value() != null) {
                            foreign.put(value.name(), reading.value());
                        }
                    });
            return new FormJudge(study, form, own, Values.of(foreign), () -> null);
        }

        private FormDocument.Drawing drawing(FormDefinition form) {
            return new FormDocument.Drawing(study, form, language, null);
        }

        private ValueShape shape(String name) {
            return rules.paths(Set.of(name)).stream()
                    .findFirst()
                    .map(path -> study.item(path.formOid(), path.itemOid()).shape())
                    .orElse(ValueShape.of(DataType.DATE));
        }

        /** What the page holds, read and judged again: texts that a save would not take now were taken before. */
        private FormDocument document(FormJudge judge, Scratch scratch) {
            FormDocument document = FormDocument.EMPTY;
            for (Typed typed : scratch.items()) {
                ItemDefinition item = form.findItem(typed.item()).orElse(null);
                if (item != null) {
                    document = document.with(item.oid(), state(judge, item, typed));
                }
            }
            return judge.judge(document);
        }

        private static ItemState state(FormJudge judge, ItemDefinition item, Typed typed) {
            long earlier = Math.max(1, typed.revision()) - 1;
            ItemState held = new ItemState(null, null, null, null, true, earlier, List.of(), false);
            if (item.isDerived()) {
                return held.typed(typed.text(), typed.text(), null, null, true);
            }
            Entry sent = new Entry("preview", item.oid(), typed.text(), typed.unit(), typed.leftBlank(), earlier, null);
            boolean untouched = sent.text() == null && sent.leftBlank() == null && typed.revision() == 0;
            return untouched ? ItemState.EMPTY : judge.read(item, held, sent);
        }

        private Saved saved(ItemDefinition item, List<ItemDefinition> others, FormDocument now, boolean changed) {
            return new Saved(
                    item == null ? null : drawing(form).told(item, now.item(item.oid())),
                    others.stream()
                            .map(other -> drawing(form).told(other, now.item(other.oid())))
                            .toList(),
                    FormState.State.STARTED,
                    1,
                    changed,
                    Sentence.of("capture", "preview").in(Language.ofReader()));
        }
    }
}
