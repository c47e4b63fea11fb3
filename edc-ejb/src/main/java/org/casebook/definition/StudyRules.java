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
import org.casebook.rules.Expression;
import org.casebook.rules.ExpressionIsFaulty;
import org.casebook.rules.ExpressionName;
import org.casebook.rules.FormRules;
import org.casebook.rules.ItemRule;
import org.casebook.rules.Names;
import org.casebook.rules.Values;

/**
 * All expressions of one study version, compiled once. Immutable and safe to share.
 *
 * <p>OIDs go by their {@link ExpressionName}. On a form, its own items go by their name. Items of other forms are {@code
 * FORM.ITEM} where the form is filled at one visit only, {@code EVENT.FORM.ITEM} always, and {@code first.FORM.ITEM}, {@code
 * previous.FORM.ITEM} and {@code last.FORM.ITEM} seen from the visit of the form that asks. The rows of a log are {@code
 * rows.LOG}, the values of one item in all of them {@code rows.LOG.ITEM}.
 */
public final class StudyRules {

    private final StudyDefinition study;
    private final Problems problems;
    private final StudyNames names;
    private final Map<String, FormRules> forms = new HashMap<>();
    private final Map<String, FormRules> atVisits = new HashMap<>();
    private final Expression.Bounds bounds = new Expression.Bounds();
    private final Map<List<Object>, Expression> compiled = new HashMap<>();
    private final Map<String, Expression> studyConditions = new HashMap<>();

    /**
     * Where that is found which an expression calls by a name.
     *
     * @param name as expressions call it, for example {@code SE_MONTH3.PAIN.NRSBACK} or {@code previous.PAIN.NRSBACK}
     * @param eventOid the visit; null where {@code which} tells it, and for all rows of a log
     * @param formOid the form
     * @param itemOid the item; null where the rows themselves are meant
     */
    public record ItemPath(String name, Which which, String eventOid, String formOid, String itemOid) {

        /** Which of the visits where a form is filled. */
        public enum Which {
            /** The one that is named. */
            AT,
            /** The earliest where the form is filled, up to the visit of the form that asks. */
            FIRST,
            /** The latest before the visit of the form that asks. */
            PREVIOUS,
            /** The latest where the form is filled, up to the visit of the form that asks. */
            LAST,
            /** Not one, but every row of a log. */
            ROWS
        }

        /** Visit and form in words; {@code previous} and its like name no visit, so that their own word stands for it. */
        public String place(StudyDefinition study, String language) {
            String visit = eventOid == null
                    ? name.substring(0, name.indexOf('.'))
                    : study.event(eventOid).name().in(language);
            return visit + " · " + study.form(formOid).name().in(language);
        }

        /** The name of the list of rows of which this is a part: {@code rows.AE} of {@code rows.AE.AETERM}. */
        public String list() {
            return itemOid == null ? name : name.substring(0, name.lastIndexOf('.'));
        }
    }

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
        this.names = new StudyNames(study);
        names.requireUnambiguous(problems);
        Map<String, Map<String, ItemRule>> items = new HashMap<>();
        study.forms().values().forEach(form -> items.put(form.oid(), compile(form)));
        new Circles(study, names, items).find(problems);
        items.forEach(this::join);
        study.criteria().forEach(criterion -> compileForStudy(criterion.conditionOid()));
        study.events().stream().flatMap(EventDefinition::conditions).forEach(this::compileForStudy);
    }

    /** The rules of the form's items, by item; none where two items share a name. */
    private Map<String, ItemRule> compile(FormDefinition form) {
        Map<String, String> owners = new HashMap<>();
        for (ItemDefinition item : form.items()) {
            String other = owners.putIfAbsent(item.nameInExpressions(), item.oid());
            if (other != null) {
                problems.tell(
                        DefinitionChecks.FORM,
                        form.oid(),
                        "In expressions %s would mean the items %s and %s. Change an OID."
                                .formatted(item.nameInExpressions(), other, item.oid()));
                return Map.of();
            }
        }
        Names known = names.of(form);
        Map<String, ItemRule> rules = new LinkedHashMap<>();
        form.items().forEach(item -> rules.put(item.oid(), compile(item, known)));
        return rules;
    }

    private void join(String form, Map<String, ItemRule> rules) {
        try {
            FormRules anywhere = new FormRules(new ArrayList<>(rules.values()));
            forms.put(form, anywhere);
            names.visits(form)
                    .forEach(event -> atVisits.put(
                            event.oid() + "/" + form,
                            anywhere.meaning(names.ownPaths(event.oid(), form, anywhere.foreignNames()))));
        } catch (Invalid circle) {
            // told before, with its place
            forms.remove(form);
        }
    }

    private ItemRule compile(ItemDefinition item, Names names) {
        Expression exception = item.isConditional() ? condition(item.conditionOid(), names) : null;
        ItemMarks.requireKnown(item, names, problems);
        Expression derivation = item.methodOid() != null
                ? compiled(
                        DefinitionChecks.METHOD,
                        item.methodOid(),
                        study.methods().get(item.methodOid()).expression(),
                        text -> Expression.derivation(text, names, item.type()))
                : null;
        List<ItemRule.CheckRule> checks = item.checks().stream()
                .map(check -> new ItemRule.CheckRule(
                        check.oid(),
                        check.isHard(),
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
                        item.nameInExpressions(), item.type(), item.significantDigits(), exception, derivation, checks)
                .lookingAt(item.looksAt());
    }

    private void compileForStudy(String conditionOid) {
        studyConditions.computeIfAbsent(conditionOid, oid -> condition(oid, names.ofStudy()));
    }

    /** Each once for each form: many items may share one. */
    private Expression condition(String oid, Names names) {
        return compiled.computeIfAbsent(
                List.of(oid, names),
                first -> compiled(
                        DefinitionChecks.CONDITION,
                        oid,
                        study.conditions().get(oid).expression(),
                        text -> Expression.condition(text, names)));
    }

    private Expression compiled(String kind, String holder, String text, Function<String, Expression> compile) {
        try {
            return bounds.compile(text, compile);
        } catch (ExpressionIsFaulty faulty) {
            problems.tell(kind, holder, faulty.getMessage());
            return null;
        }
    }

    /** The rules of a form at no planned visit. */
    public FormRules form(String formOid) {
        return forms.get(study.form(formOid).oid());
    }

    /** The rules of a form where it stands: a path that leads to this very form at this visit means its own item. */
    public FormRules form(String formOid, String eventOid) {
        return atVisits.getOrDefault(eventOid + "/" + formOid, form(formOid));
    }

    /** As at its only visit; of a form that stands at several all of them are elsewhere. */
    public FormRules formAlone(String formOid) {
        List<EventDefinition> at = study.events().stream()
                .filter(event -> event.findForm(formOid).isPresent())
                .toList();
        return at.size() == 1 ? form(formOid, at.get(0).oid()) : form(formOid);
    }

    /**
     * A condition of criteria or events, with the names of other forms only.
     * @throws NotFound when neither a criterion nor an event uses it
     */
    public Expression condition(String conditionOid) {
        return Optional.ofNullable(studyConditions.get(conditionOid))
                .orElseThrow(() -> new NotFound("condition", conditionOid, Scope.of(study.oid())));
    }

    /** Where these names are found; names such as {@code today} that are no items are left out. */
    public List<ItemPath> paths(Set<String> names) {
        return names.stream().flatMap(name -> this.names.path(name).stream()).toList();
    }

    /**
     * What names mean in the rules of a form.
     *
     * @param formOid null for what belongs to no form, as criteria
     */
    public Names names(String formOid) {
        return formOid == null ? names.ofStudy() : names.of(study.form(formOid));
    }

    /** The visits where a form is filled, in the order of the schedule. */
    public List<String> visits(String formOid) {
        return names.visits(formOid).stream().map(EventDefinition::oid).toList();
    }

    /** Where the values are found that the rules of this form ask for beyond the form itself. */
    public List<ItemPath> foreignItems(String formOid) {
        return paths(form(formOid).foreignNames());
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
    public Truth met(CriterionDefinition criterion, Values values) {
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
    public Truth collected(EventDefinition.FormRef ref, Values values) {
        return ref.conditionOid() == null
                ? Truth.TRUE
                : studyConditions.get(ref.conditionOid()).test(values).not();
    }
}
