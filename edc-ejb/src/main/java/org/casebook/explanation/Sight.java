package org.casebook.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.definition.StudyRules.ItemPath.Which;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Mend;
import org.casebook.kernel.Phrases;
import org.casebook.kernel.Truth;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.casebook.wording.AnswerWords;
import org.casebook.wording.ExpressionWords;

/**
 * What one person sees of a participant's data from one form, as rules look at it.
 *
 * @param form the form from which is looked; null for what belongs to none, as criteria
 * @param forms every form of the participant, oldest first
 * @param seen the values of names as rules see them
 * @param unblinded whether what would tell the treatment may be shown
 */
record Sight(
        StudyDefinition study,
        StudyRules rules,
        String subject,
        FormState form,
        List<FormState> forms,
        Function<Set<String>, Values> seen,
        boolean unblinded,
        String language) {

    /** An expression as it comes out here. */
    record Outcome(Truth truth, boolean withheld, String words, List<Input> inputs) {}

    Phrases phrases() {
        return new Phrases("explanation", language);
    }

    /** The expression in words. */
    String words(String expression) {
        return new ExpressionWords(language, this::called).tell(expression);
    }

    Outcome outcome(String expression) {
        Expression compiled = Expression.any(expression, rules.names(formOid()));
        Set<String> shown = new TreeSet<>(compiled.names());
        shown.removeIf(this::withheld);
        Values values = seen.apply(shown);
        List<Input> inputs = new ArrayList<>();
        compiled.names().stream().sorted(order()).forEach(name -> inputs.add(input(name, values)));
        boolean withheld = shown.size() < compiled.names().size();
        return new Outcome(compiled.test(values), withheld, words(expression), inputs);
    }

    /** Own items in the order of the form, then what stands elsewhere. */
    private Comparator<String> order() {
        List<String> own = form == null
                ? List.of()
                : definition().items().stream()
                        .map(ItemDefinition::nameInExpressions)
                        .toList();
        return Comparator.<String>comparingInt(name -> own.contains(name) ? own.indexOf(name) : own.size())
                .thenComparing(Comparator.naturalOrder());
    }

    private boolean withheld(String name) {
        return !unblinded && item(name).filter(ItemDefinition::blinded).isPresent();
    }

    private Input input(String name, Values values) {
        if (own(name).isPresent()) {
            return input(own(name).get());
        }
        Optional<ItemPath> path = path(name);
        if (path.isEmpty()) {
            TypedValue day = values.single().get(name);
            Mend mend = name.equals(Expression.VISIT_DATE) && form != null ? toVisit(form.event()) : null;
            return new Input(said(name), null, day == null ? null : day.text(), null, mend);
        }
        return input(name, path.get(), values);
    }

    private String said(String name) {
        return phrases().has(name) ? phrases().say(name) : name;
    }

    /** An item of the form at hand, as it stands there. */
    Input input(ItemDefinition item) {
        boolean withheld = item.blinded() && !unblinded;
        ItemState held = form.item(item.oid());
        String note = withheld ? phrases().say("withheld") : note(item, held);
        Mend mend = new Mend(subject, form.event(), form.id(), item.oid(), null);
        return new Input(item.question().in(language), null, withheld ? null : shown(item, held), note, mend);
    }

    private String note(ItemDefinition item, ItemState held) {
        boolean fails = item.checks().stream()
                .filter(CheckDefinition::isHard)
                .anyMatch(check -> held.checks().contains(check.oid()));
        if (held.hidden()) {
            return phrases().say("notAsked");
        }
        if (held.leftBlank() != null) {
            return phrases().say("leftBlank");
        }
        return fails ? phrases().say("failsCheck") : null;
    }

    private Input input(String name, ItemPath path, Values values) {
        FormDefinition there = study.form(path.formOid());
        if (path.which() == Which.ROWS) {
            int rows = values.rows().getOrDefault(path.list(), List.of()).size();
            String held = withheld(name) ? null : phrases().say("rowsHeld", Integer.toString(rows));
            Mend mend = new Mend(subject, path.eventOid(), null, null, path.formOid());
            return new Input(there.name().in(language), null, held, null, mend);
        }
        ItemDefinition item = there.item(path.itemOid());
        TypedValue value = values.single().get(name);
        Optional<FormState> stands = find(path);
        Mend mend = new Mend(
                subject,
                stands.map(FormState::event).orElse(path.eventOid()),
                stands.map(FormState::id).orElse(null),
                item.oid(),
                null);
        return new Input(
                item.question().in(language),
                stands.map(this::place).orElseGet(() -> place(path)),
                value == null ? null : decoded(item, value.text()),
                withheld(name) ? phrases().say("withheld") : null,
                mend);
    }

    private String place(FormState there) {
        return phrases()
                .say(
                        "place",
                        study.event(there.event()).name().in(language),
                        study.form(there.form()).name().in(language));
    }

    /** Visit and form of a path, in words also where no visit is named. */
    private String place(ItemPath path) {
        String which = "which." + path.which();
        String visit = path.eventOid() != null
                ? study.event(path.eventOid()).name().in(language)
                : phrases().has(which) ? phrases().say(which) : "";
        return phrases().say("place", visit, study.form(path.formOid()).name().in(language));
    }

    /** The form to which a path leads; of several visits the one that rules mean. */
    private Optional<FormState> find(ItemPath path) {
        Stream<FormState> there = forms.stream()
                .filter(other -> other.state() != FormState.State.VOID
                        && other.row() == null
                        && other.form().equals(path.formOid()));
        int here = form == null ? Integer.MAX_VALUE : order(form.event());
        return switch (path.which()) {
            case AT ->
                there.filter(other -> path.eventOid().equals(other.event())).findFirst();
            case FIRST -> there.min(Comparator.comparingInt(other -> order(other.event())));
            case PREVIOUS ->
                there.filter(other -> order(other.event()) < here)
                        .max(Comparator.comparingInt(other -> order(other.event())));
            case LAST ->
                there.filter(other -> order(other.event()) <= here)
                        .max(Comparator.comparingInt(other -> order(other.event())));
            case ROWS -> Optional.empty();
        };
    }

    private int order(String event) {
        List<String> visits =
                study.scheduledEvents().stream().map(EventDefinition::oid).toList();
        return visits.indexOf(event);
    }

    Mend toVisit(String event) {
        return new Mend(subject, event, null, null, null);
    }

    private Optional<ExpressionWords.Called> called(String name) {
        Optional<ItemPath> path = own(name).isPresent() ? Optional.empty() : path(name);
        return item(name)
                .map(item -> new ExpressionWords.Called(
                        path.map(at -> phrases()
                                        .say("withPlace", item.question().in(language), place(at)))
                                .orElse(item.question().in(language)),
                        answers(item),
                        item.type() == DataType.BOOLEAN))
                .or(() -> path.map(at -> new ExpressionWords.Called(
                        study.form(at.formOid()).name().in(language), Map.of(), false)));
    }

    private Map<String, String> answers(ItemDefinition item) {
        return item.codeList() == null
                ? Map.of()
                : item.codeList().items().stream()
                        .collect(Collectors.toMap(
                                CodeListItem::code,
                                answer -> answer.decode().in(language),
                                (one, same) -> one,
                                LinkedHashMap::new));
    }

    private Optional<ItemDefinition> item(String name) {
        return own(name)
                .or(() -> path(name)
                        .filter(path -> path.itemOid() != null)
                        .map(path -> study.item(path.formOid(), path.itemOid())));
    }

    private Optional<ItemDefinition> own(String name) {
        return form == null
                ? Optional.empty()
                : definition().items().stream()
                        .filter(item -> item.nameInExpressions().equals(name))
                        .findFirst();
    }

    private Optional<ItemPath> path(String name) {
        return rules.paths(Set.of(name)).stream().findFirst();
    }

    FormDefinition definition() {
        return study.form(form.form());
    }

    private String formOid() {
        return form == null ? null : form.form();
    }

    /** What people read of an item: decoded where it was understood, else as typed; null when nothing is there. */
    String shown(ItemDefinition item, ItemState held) {
        if (item.link() != null && held.value() != null) {
            return held.titles();
        }
        String read = held.value() == null ? held.text() : decoded(item, held.value());
        String unit = held.unit() == null
                ? unit(item)
                : study.units().get(held.unit()).symbol();
        return read == null ? null : read + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String unit(ItemDefinition item) {
        return item.unit() == null ? "" : Objects.toString(item.unit().symbol(), "");
    }

    private String decoded(ItemDefinition item, String value) {
        return new AnswerWords(language).decoded(item, value);
    }
}
