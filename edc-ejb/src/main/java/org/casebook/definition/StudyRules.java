package org.casebook.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Truth;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.ExpressionIsFaulty;
import org.casebook.rules.ExpressionName;
import org.casebook.rules.FormRules;
import org.casebook.rules.ItemRule;
import org.casebook.rules.TypedValue;

/**
 * All expressions of one study version, compiled once. Immutable and safe to share.
 *
 * <p>OIDs go by their {@link ExpressionName}. On a form, its own items go by their name. Items of other forms are {@code FORM.ITEM} where the form is filled at one
 * visit only, and {@code EVENT.FORM.ITEM} always. Rows of logs cannot be asked for from elsewhere.
 */
public final class StudyRules {

    private final StudyDefinition study;
    private final Problems problems;
    private final Map<String, ItemPath> paths = new LinkedHashMap<>();
    private final Map<String, DataType> foreignNames = new HashMap<>();
    private final Map<String, FormRules> forms = new HashMap<>();
    private final Map<String, Expression> studyConditions = new HashMap<>();

    /**
     * Where an item of another form is found.
     *
     * @param name as expressions call it
     */
    public record ItemPath(String name, String eventOid, String formOid, String itemOid) {}

    /** Told of each fault. */
    @FunctionalInterface
    interface Problems {

        /**
         * @param kind element that holds what is faulty, for example {@code MethodDef}
         * @param oid its OID
         */
        void tell(String kind, String oid, String sentence);
    }

    /**
     * Compiles a version that was read without faults.
     *
     * @throws Invalid when an expression is faulty after all
     */
    public StudyRules(StudyDefinition study) {
        this(study, (kind, oid, sentence) -> {
            throw new Invalid(oid + ": " + sentence);
        });
    }

    /**
     * @param problems told of each faulty expression, and of each name that could mean two things
     */
    StudyRules(StudyDefinition study, Problems problems) {
        this.study = study;
        this.problems = problems;
        collectPaths();
        study.forms().values().forEach(form -> compile(form).ifPresent(rules -> forms.put(form.oid(), rules)));
        study.criteria().forEach(criterion -> compileForStudy(criterion.conditionOid()));
        study.events().stream()
                .flatMap(event -> event.forms().stream())
                .filter(ref -> ref.conditionOid() != null)
                .forEach(ref -> compileForStudy(ref.conditionOid()));
    }

    private void collectPaths() {
        Map<String, Integer> places = new HashMap<>();
        List<EventDefinition> visits = study.scheduledEvents();
        visits.forEach(event -> event.forms().forEach(ref -> places.merge(ref.formOid(), 1, Integer::sum)));
        for (EventDefinition event : visits) {
            for (EventDefinition.FormRef ref : event.forms()) {
                if (study.form(ref.formOid()).log()) {
                    continue;
                }
                for (ItemDefinition item : study.form(ref.formOid()).items()) {
                    String name = ExpressionName.of(ref.formOid()) + "." + item.nameInExpressions();
                    addPath(ExpressionName.of(event.oid()) + "." + name, event, ref, item);
                    if (places.get(ref.formOid()) == 1) {
                        addPath(name, event, ref, item);
                    }
                }
            }
        }
    }

    private void addPath(String name, EventDefinition event, EventDefinition.FormRef ref, ItemDefinition item) {
        ItemPath path = new ItemPath(name, event.oid(), ref.formOid(), item.oid());
        ItemPath other = paths.putIfAbsent(name, path);
        if (other != null) {
            problems.tell(
                    DefinitionChecks.EVENT,
                    event.oid(),
                    "In expressions %s would mean %s of %s at %s, and %s of %s at %s. Change an OID."
                            .formatted(
                                    name,
                                    other.itemOid(),
                                    other.formOid(),
                                    other.eventOid(),
                                    path.itemOid(),
                                    path.formOid(),
                                    path.eventOid()));
        }
        foreignNames.put(name, item.type());
    }

    private Optional<FormRules> compile(FormDefinition form) {
        Map<String, DataType> names = new HashMap<>(foreignNames);
        Map<String, String> owners = new HashMap<>();
        for (ItemDefinition item : form.items()) {
            String name = item.nameInExpressions();
            names.put(name, item.type());
            String other = owners.putIfAbsent(name, item.oid());
            if (other != null) {
                problems.tell(
                        DefinitionChecks.FORM,
                        form.oid(),
                        "In expressions %s would mean the items %s and %s. Change an OID."
                                .formatted(name, other, item.oid()));
                return Optional.empty();
            }
        }
        List<ItemRule> rules = new ArrayList<>();
        form.items().forEach(item -> rules.add(compile(item, names)));
        try {
            return Optional.of(new FormRules(rules));
        } catch (Invalid circle) {
            problems.tell(DefinitionChecks.FORM, form.oid(), circle.getMessage());
            return Optional.empty();
        }
    }

    private ItemRule compile(ItemDefinition item, Map<String, DataType> names) {
        Expression exception = item.isConditional() ? condition(item.conditionOid(), names) : null;
        Expression derivation = item.isDerived()
                ? compiled(
                        DefinitionChecks.METHOD,
                        item.methodOid(),
                        study.methods().get(item.methodOid()).expression(),
                        text -> Expression.derivation(text, names, item.type()))
                : null;
        List<ItemRule.CheckRule> checks = item.checks().stream()
                .map(check -> new ItemRule.CheckRule(
                        check.oid(),
                        check.range(),
                        check.expression() == null
                                ? null
                                : compiled(
                                        DefinitionChecks.ITEM,
                                        item.oid(),
                                        check.expression(),
                                        text -> Expression.condition(text, names))))
                .toList();
        return new ItemRule(
                item.nameInExpressions(), item.type(), item.significantDigits(), exception, derivation, checks);
    }

    private void compileForStudy(String conditionOid) {
        studyConditions.computeIfAbsent(conditionOid, oid -> condition(oid, foreignNames));
    }

    private Expression condition(String oid, Map<String, DataType> names) {
        return compiled(
                DefinitionChecks.CONDITION,
                oid,
                study.conditions().get(oid).expression(),
                text -> Expression.condition(text, names));
    }

    private Expression compiled(String kind, String holder, String text, Function<String, Expression> compile) {
        try {
            return compile.apply(text);
        } catch (ExpressionIsFaulty faulty) {
            problems.tell(kind, holder, faulty.getMessage());
            return null;
        }
    }

    /** The rules of a form. */
    public FormRules form(String formOid) {
        return forms.get(study.form(formOid).oid());
    }

    /**
     * A condition of criteria or events, with the names of other forms only.
     *
     * @throws NotFound when neither a criterion nor an event uses it
     */
    public Expression condition(String conditionOid) {
        return Optional.ofNullable(studyConditions.get(conditionOid))
                .orElseThrow(() -> new NotFound("condition", conditionOid, Scope.of(study.oid())));
    }

    /** Where these names are found; names such as {@code today} that are no items are left out. */
    public List<ItemPath> paths(Set<String> names) {
        return names.stream().filter(paths::containsKey).map(paths::get).toList();
    }

    /** Where the values are found that the rules of this form ask for beyond the form itself. */
    public List<ItemPath> foreignItems(String formOid) {
        return paths(form(formOid).foreignNames());
    }

    /** The forms whose rules ask for items of this form, so that a change on it may change what they say. */
    public Set<String> dependents(String formOid) {
        Set<String> dependents = new HashSet<>();
        forms.forEach((oid, rules) -> {
            boolean asks = paths(rules.foreignNames()).stream()
                    .anyMatch(path -> path.formOid().equals(formOid));
            if (asks && !oid.equals(formOid)) {
                dependents.add(oid);
            }
        });
        return dependents;
    }

    /** Where the values are found that the eligibility criteria ask for. */
    public List<ItemPath> criteriaItems() {
        Set<String> names = new HashSet<>();
        study.criteria()
                .forEach(criterion -> names.addAll(
                        studyConditions.get(criterion.conditionOid()).names()));
        return paths(names);
    }

    /**
     * Whether a criterion is met: an inclusion criterion's statement is true, an exclusion criterion's is false; unknown
     * means not yet.
     *
     * @param values by the names of {@link #criteriaItems}
     */
    public Truth met(CriterionDefinition criterion, Map<String, TypedValue> values) {
        Truth statement = studyConditions.get(criterion.conditionOid()).test(values);
        return criterion.inclusion() ? statement : statement.not();
    }

    /** Where the values are found that decide whether forms of this event are collected. */
    public List<ItemPath> collectionItems(EventDefinition event) {
        Set<String> names = new HashSet<>();
        event.forms().stream()
                .filter(ref -> ref.conditionOid() != null)
                .forEach(ref ->
                        names.addAll(studyConditions.get(ref.conditionOid()).names()));
        return paths(names);
    }

    /**
     * Whether a form is collected at an event; unknown means not yet known.
     *
     * @param values by the names of {@link #collectionItems}
     */
    public Truth collected(EventDefinition.FormRef ref, Map<String, TypedValue> values) {
        return ref.conditionOid() == null
                ? Truth.TRUE
                : studyConditions.get(ref.conditionOid()).test(values).not();
    }
}
