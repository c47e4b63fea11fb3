package org.casebook.acceptance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casebook.capture.CaseBook;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.ExpressionIsFaulty;
import org.casebook.rules.Step;
import org.casebook.rules.TypedValue;
import org.casebook.rules.ValueShape;
import org.casebook.rules.Values;
import org.casebook.study.Definitions;
import org.casebook.study.StudyDesign;

/** Trying expressions of a study version, on typed values or on a participant, before they go into its file. */
@Stateless
public class ExpressionDesk {

    private static final String ROOM = "acceptance";
    private static final int LONGEST = 10_000;

    @Inject
    private StudyDesign design;

    @Inject
    private Definitions definitions;

    @Inject
    private CaseBook caseBook;

    /**
     * What is to be tried.
     *
     * @param version id of the version
     * @param form OID of the form whose items go by their own name; null for what belongs to no form, as criteria
     * @param text the expression
     */
    public record Draft(long version, String form, String text) {

        public Draft {
            if (text == null || text.isBlank()) {
                throw new Invalid(Sentence.of(ROOM, "noExpression"));
            }
            if (text.length() > LONGEST) {
                throw new Invalid(Sentence.of(ROOM, "expressionTooLong", LONGEST));
            }
        }
    }

    /**
     * What is wrong with an expression, or which names it uses.
     *
     * @param faults empty when it can be evaluated
     * @param names in alphabetical order; items with their question; empty while there are faults
     */
    public record Findings(List<ExpressionIsFaulty.Place> faults, List<Name> names) {}

    /**
     * A name that an expression uses.
     *
     * @param question what the item asks; the name itself where it is no item
     * @param type in words of a study file: TEXT, DATE, …
     * @param codes the codes of a choice
     * @param ofRows whether each row of a log has a value of its own
     */
    public record Name(String name, String question, String type, List<String> codes, boolean ofRows) {}

    /** What the version plans, for choosing a form. */
    @Allowed(Permission.VIEW_STUDY)
    public StudyDefinition definition(Scope study, long version) {
        return design.definitionOf(study, version);
    }

    /** Checks an expression for its language, names and types. */
    @Allowed(Permission.VIEW_STUDY)
    public Findings check(Scope study, Draft draft) {
        StudyDefinition definition = design.definitionOf(study, draft.version());
        StudyRules rules = definitions.rules(draft.version());
        try {
            Expression expression = Expression.any(draft.text(), rules.names(draft.form()));
            List<Name> names = new ArrayList<>();
            new TreeSet<>(expression.names())
                    .forEach(name -> names.add(described(definition, rules, draft.form(), name)));
            return new Findings(List.of(), names);
        } catch (ExpressionIsFaulty faulty) {
            return new Findings(faulty.places(), List.of());
        }
    }

    private static Name described(StudyDefinition study, StudyRules rules, String form, String name) {
        Optional<ItemPath> path = rules.paths(Set.of(name)).stream().findFirst();
        boolean ofRows =
                path.filter(found -> found.which() == ItemPath.Which.ROWS).isPresent();
        return item(study, rules, form, name)
                .map(item -> new Name(
                        name,
                        item.question().text(),
                        item.type().name(),
                        item.shape().codes(),
                        ofRows))
                .orElseGet(() -> new Name(name, name, ofRows ? "ROWS" : "DATE", List.of(), ofRows));
    }

    private static Optional<ItemDefinition> item(StudyDefinition study, StudyRules rules, String form, String name) {
        Optional<ItemDefinition> own = form == null
                ? Optional.empty()
                : study.form(form).items().stream()
                        .filter(item -> item.nameInExpressions().equals(name))
                        .findFirst();
        return own.or(() -> rules.paths(Set.of(name)).stream()
                .filter(path -> path.itemOid() != null)
                .findFirst()
                .map(path -> study.item(path.formOid(), path.itemOid())));
    }

    /**
     * Evaluates an expression on typed values, part by part.
     *
     * @param typed by name, as somebody would enter it, in the standard unit; of rows one line for each row; for {@code
     *     rows.LOG} itself how many rows there are
     * @throws ExpressionIsFaulty when it cannot be evaluated
     * @throws Invalid when a value cannot be read
     */
    @Allowed(Permission.VIEW_STUDY)
    public Step tryOnValues(Scope study, Draft draft, Map<String, String> typed) {
        StudyDefinition definition = design.definitionOf(study, draft.version());
        StudyRules rules = definitions.rules(draft.version());
        Scratch scratch = new Scratch();
        for (Map.Entry<String, String> entry : typed.entrySet()) {
            ValueShape shape = item(definition, rules, draft.form(), entry.getKey())
                    .map(ItemDefinition::shape)
                    .orElse(ValueShape.of(DataType.DATE));
            Optional<ItemPath> rows = rules.paths(Set.of(entry.getKey())).stream()
                    .filter(path -> path.which() == ItemPath.Which.ROWS)
                    .findFirst();
            if (rows.isPresent()) {
                scratch.rows(rows.get(), shape, entry.getValue());
            } else {
                scratch.read(entry.getKey(), shape, entry.getValue())
                        .ifPresent(value -> scratch.single.put(entry.getKey(), value));
            }
        }
        return Step.trace(draft.text(), rules.names(draft.form()), new Values(scratch.single, scratch.rows));
    }

    /**
     * Evaluates an expression on what a participant's forms hold, part by part. What would tell the treatment is missing for
     * whoever may not see the allocation.
     *
     * @param spot where the form stands that the expression belongs to; null for what belongs to no form
     * @throws ExpressionIsFaulty when it cannot be evaluated
     */
    @Allowed(Permission.VIEW_DATA)
    public Step tryOnParticipant(Scope place, Draft draft, String subject, CaseBook.Spot spot) {
        requireVersionOf(place, draft);
        StudyRules rules = definitions.rules(draft.version());
        Expression expression = Expression.any(draft.text(), rules.names(draft.form()));
        Values values = caseBook.seenFrom(place, subject, draft.version(), spot, expression.names());
        return Step.trace(draft.text(), rules.names(draft.form()), values);
    }

    /** By the door of the study's design, which knows whose version it is. */
    private void requireVersionOf(Scope place, Draft draft) {
        design.definitionOf(place, draft.version());
    }

    /** Typed values, read. */
    private static final class Scratch {

        private final Map<String, TypedValue> single = new HashMap<>();
        private final Map<String, List<Map<String, TypedValue>>> rows = new HashMap<>();

        Optional<TypedValue> read(String name, ValueShape shape, String text) {
            var reading = shape.read(text);
            if (!reading.isUnderstood()) {
                throw new Invalid(name + ": " + reading.problem());
            }
            return Optional.ofNullable(reading.value());
        }

        void rows(ItemPath path, ValueShape shape, String text) {
            String[] lines = text == null || text.isBlank() ? new String[0] : text.split("\\R", -1);
            int count = path.itemOid() == null ? number(path.name(), text) : lines.length;
            List<Map<String, TypedValue>> list = rows.computeIfAbsent(path.list(), key -> new ArrayList<>());
            while (list.size() < count) {
                list.add(new HashMap<>());
            }
            for (int i = 0; path.itemOid() != null && i < lines.length; i++) {
                String item = path.name().substring(path.list().length() + 1);
                Map<String, TypedValue> row = list.get(i);
                read(path.name(), shape, lines[i]).ifPresent(value -> row.put(item, value));
            }
        }

        private static int number(String name, String text) {
            if (text == null || text.isBlank()) {
                return 0;
            }
            if (!text.strip().matches("\\d{1,3}")) {
                throw new Invalid(Sentence.of(ROOM, "howManyRows", name));
            }
            return Integer.parseInt(text.strip());
        }
    }
}
