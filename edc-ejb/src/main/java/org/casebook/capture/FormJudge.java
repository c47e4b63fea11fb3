package org.casebook.capture;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Finding.Part;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.laboratory.LaboratoryValue;
import org.casebook.laboratory.LaboratoryValue.Finding;
import org.casebook.laboratory.RangeView;
import org.casebook.rules.FormFindings;
import org.casebook.rules.FormRules;
import org.casebook.rules.Reading;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.casebook.rules.Visibility;

/**
 * Applies the rules of a form to a document: computes the derived items, hides and shows, and notes which checks stand.
 * What was typed is never touched.
 *
 * @param foreign values that the rules ask for beyond the form's own items, as far as there are any
 * @param site what the form's site adds, asked only where it is needed
 */
record FormJudge(StudyDefinition study, FormDefinition definition, FormRules rules, Values foreign, Site site) {

    /** Flags decide what is asked, what is asked decides about flags: more rounds than these no study needs. */
    private static final int MOST_ROUNDS = 3;

    /** What a site adds to the rules of its forms. */
    interface Site {

        /** Its time zone; null for practice at no site. */
        ZoneId zone();

        /** The ranges of this analyte in the laboratories that serve it. */
        default List<RangeView> ranges(String analyte) {
            return List.of();
        }

        /** Whether the row with this id was deleted; asked only where something is linked to it. */
        default boolean isDeleted(long row) {
            return false;
        }
    }

    /** Applies all rules. */
    FormDocument judge(FormDocument document) {
        return withFindings(apply(rules.judge(values(document), foreign), document));
    }

    /**
     * Applies the rules that depend on a change; the rest stands in the document as it was judged before.
     *
     * @param document with the change, and otherwise as it was left
     */
    FormDocument judgeAgain(FormDocument document, ItemDefinition changed) {
        Set<String> names = Set.of(changed.nameInExpressions());
        return withFindings(judgeAgain(document, names));
    }

    private FormDocument judgeAgain(FormDocument document, Set<String> names) {
        return apply(rules.judgeAgain(values(document), foreign, names, standing(document)), document);
    }

    /**
     * Holds laboratory values against the ranges of their laboratories. A finding that was made of just the same before stands,
     * whatever became of the ranges.
     */
    private FormDocument withFindings(FormDocument judged) {
        FormDocument document = judged;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<ItemDefinition, ItemState> found = findings(document);
            if (found.isEmpty()) {
                return document;
            }
            Map<String, ItemState> items = new LinkedHashMap<>(document.items());
            found.forEach((item, state) -> items.put(item.oid(), state));
            Set<String> names = found.keySet().stream()
                    .map(ItemDefinition::nameInExpressions)
                    .collect(Collectors.toSet());
            document = judgeAgain(new FormDocument(items), names);
        }
        return document;
    }

    /** The items of findings that read otherwise now. */
    private Map<ItemDefinition, ItemState> findings(FormDocument document) {
        Map<ItemDefinition, ItemState> changed = new LinkedHashMap<>();
        for (ItemDefinition item : definition.items()) {
            if (item.laboratory() != null) {
                Finding finding = finding(item, document);
                List<ItemDefinition> parts = definition.items().stream()
                        .filter(part ->
                                part.finding() != null && part.finding().of().equals(item.oid()))
                        .toList();
                if (!stands(finding, parts, document)) {
                    parts.forEach(part -> put(part, finding, document, changed));
                }
            }
        }
        return changed;
    }

    private static boolean stands(Finding finding, List<ItemDefinition> parts, FormDocument document) {
        return parts.stream()
                .anyMatch(part -> part.finding().part() == Part.RANGE
                        && finding.stands(document.item(part.oid()).text()));
    }

    private static void put(
            ItemDefinition part, Finding finding, FormDocument document, Map<ItemDefinition, ItemState> changed) {
        String text = finding.text(part.finding().part());
        ItemState held = document.item(part.oid());
        ItemState now = held.typed(text, text, null, null, true);
        if (!now.sameEntry(held)) {
            changed.put(part, now);
        }
    }

    private Finding finding(ItemDefinition item, FormDocument document) {
        ItemState held = document.item(item.oid());
        if (held.countingValue(item) == null) {
            return Finding.NONE;
        }
        ItemDefinition.Laboratory laboratory = item.laboratory();
        return LaboratoryValue.of(
                        // unrounded: 119.6 g/l is below a limit of 120 g/l, also where an item tells 12.0 g/dl
                        inStandard(study, item, held, null).number(),
                        item.unit() == null ? null : item.unit().symbol(),
                        seen(laboratory.laboratory(), document),
                        seen(laboratory.sex(), document),
                        seen(laboratory.birthDate(), document),
                        seen(laboratory.sampleDate(), document))
                .in(site.ranges(laboratory.analyte()), (symbol, limit) -> study.inStandard(item.unit(), symbol, limit));
    }

    /** What a name of an expression means here: an item of this form, else one elsewhere; as far as it counts. */
    private String seen(String name, FormDocument document) {
        TypedValue elsewhere = foreign.single().get(name);
        return definition.items().stream()
                .filter(item -> item.nameInExpressions().equals(name))
                .findFirst()
                .map(item -> Optional.ofNullable(document.item(item.oid()).countingValue(item)))
                .orElseGet(() -> Optional.ofNullable(elsewhere).map(TypedValue::text))
                .orElse(null);
    }

    /** What was found when the document was judged last, as it stands in it. */
    private FormFindings standing(FormDocument document) {
        Map<String, Visibility> visibility = new HashMap<>();
        Map<String, TypedValue> derived = new HashMap<>();
        List<FormFindings.FiredCheck> fired = new ArrayList<>();
        for (ItemDefinition item : definition.items()) {
            String name = item.nameInExpressions();
            ItemState held = document.item(item.oid());
            boolean superfluous = held.checks().contains(ItemState.SUPERFLUOUS);
            Visibility shown = superfluous ? Visibility.SUPERFLUOUS : Visibility.SHOWN;
            visibility.put(name, held.hidden() ? Visibility.HIDDEN : shown);
            if (item.isDerived() && held.value() != null) {
                derived.put(name, new TypedValue(item.type(), held.value()));
            }
            held.checks().forEach(check -> fired.add(new FormFindings.FiredCheck(name, check)));
        }
        return new FormFindings(visibility, derived, Set.of(), fired, 0);
    }

    private FormDocument apply(FormFindings findings, FormDocument document) {
        Map<String, List<String>> fired = new HashMap<>();
        findings.fired()
                .forEach(one -> fired.computeIfAbsent(one.item(), item -> new ArrayList<>())
                        .add(one.check()));
        Map<String, ItemState> judged = new LinkedHashMap<>(document.items());
        for (ItemDefinition item : definition.items()) {
            String name = item.nameInExpressions();
            ItemState held = derived(item, document.item(item.oid()), findings);
            ItemState state = held.judged(
                    held.standing(
                            findings.visibility().get(name),
                            fired.getOrDefault(name, List.of()),
                            held.rows(item).stream().anyMatch(site::isDeleted)),
                    !findings.isShown(name));
            if (!state.equals(ItemState.EMPTY)) {
                judged.put(item.oid(), state);
            } else {
                judged.remove(item.oid());
            }
        }
        return new FormDocument(judged);
    }

    /**
     * The item as it reads after an entry, before the rules are applied.
     *
     * @throws Invalid when nobody can type into it: it is computed, or not asked at present
     */
    ItemState read(ItemDefinition item, ItemState held, Entry entry) {
        if (held.hidden() && entry.text() != null) {
            throw new Invalid(Sentence.of("capture", "notAsked", item.question().shown()));
        }
        return taken(item, held, entry);
    }

    /**
     * As {@link #read}, whether or not the item is asked at present.
     *
     * @throws Invalid when nobody can type into it, since it is computed
     */
    ItemState taken(ItemDefinition item, ItemState held, Entry entry) {
        if (item.isDerived()) {
            throw new Invalid(Sentence.of("capture", "computed", item.question().shown()));
        }
        Reading reading = item.shape().read(entry.text(), site::zone);
        String value = reading.value() == null ? null : reading.value().text();
        return held.typed(entry.text(), value, unit(item, entry.unit()), entry.leftBlank(), reading.isUnderstood());
    }

    private Map<String, TypedValue> values(FormDocument document) {
        Map<String, TypedValue> values = new HashMap<>();
        for (ItemDefinition item : definition.items()) {
            ItemState held = document.item(item.oid());
            if (held.value() != null) {
                values.put(item.nameInExpressions(), value(study, item, held));
            }
        }
        return values;
    }

    /** What counts elsewhere of a form's values, by the names that expressions on it give them. */
    static Map<String, TypedValue> counting(StudyDefinition study, CaseForm form) {
        Map<String, TypedValue> values = new HashMap<>();
        for (ItemDefinition item : study.form(form.seat().form()).items()) {
            if (form.countingValue(item) != null) {
                values.put(
                        item.nameInExpressions(),
                        value(study, item, form.document().item(item.oid())));
            }
        }
        return values;
    }

    /** The value for rules, in the item's standard unit, with no more digits after the point than the item has. */
    static TypedValue value(StudyDefinition study, ItemDefinition item, ItemState held) {
        return inStandard(study, item, held, item.significantDigits());
    }

    private static TypedValue inStandard(StudyDefinition study, ItemDefinition item, ItemState held, Integer digits) {
        String value = held.unit() == null
                ? held.value()
                : study.units().get(held.unit()).toStandard(held.value(), digits);
        return new TypedValue(item.type(), value);
    }

    /**
     * The unit to be kept with a value: null for the item's own.
     *
     * @param typed OID of the unit in which it was typed; null: the item's own
     */
    private String unit(ItemDefinition item, String typed) {
        StudyDefinition.Unit own = item.unit();
        if (typed == null || own != null && typed.equals(own.oid())) {
            return null;
        }
        StudyDefinition.Unit unit = study.units().get(typed);
        if (own == null || unit == null || !own.oid().equals(unit.standard())) {
            throw new Invalid(
                    Sentence.of("capture", "noUnit", typed, item.question().shown()));
        }
        return typed;
    }

    private static ItemState derived(ItemDefinition item, ItemState held, FormFindings findings) {
        if (!findings.derivedItems().contains(item.nameInExpressions())) {
            return held;
        }
        TypedValue computed = findings.derived().get(item.nameInExpressions());
        String text = computed == null ? null : computed.text();
        ItemState now = held.typed(text, text, null, null, true);
        return now.sameEntry(held) ? held : now;
    }
}
