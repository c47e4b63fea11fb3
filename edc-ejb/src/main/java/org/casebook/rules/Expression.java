package org.casebook.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.UnknownContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Truth;

/**
 * A compiled expression of the Common Expression Language (CEL), safe to share between threads.
 *
 * <p>Numbers are decimals, so {@code A * 2} needs no {@code 2.0}. Dates are compared by {@code before}, {@code after}, {@code
 * sameDay}, {@code daysBetween} and {@code age}, which know partial dates. A name without value makes the result unknown
 * unless the rest decides it: {@code unknown || true} is true. {@code isMissing(A)} asks for a value, and {@code count},
 * {@code sum} and {@code mean} skip names without one. {@code empty} is no value; {@code today} and {@code visitDate} are
 * dates that the caller hands in.
 */
public final class Expression {

    /** Name of the current date, handed in with the values; not permitted in derivations. */
    public static final String TODAY = "today";

    /** Name of the date of the visit at hand. */
    public static final String VISIT_DATE = "visitDate";

    private final String text;
    private final Set<String> names;
    private final CelRuntime.Program program;
    private final Map<String, String> meanings;

    private Expression(String text, Set<String> names, CelRuntime.Program program, Map<String, String> meanings) {
        this.text = text;
        this.names = Set.copyOf(names);
        this.program = program;
        this.meanings = Map.copyOf(meanings);
    }

    /**
     * Compiles an expression that is true or false.
     *
     * @param names what its names mean
     * @throws ExpressionIsFaulty with line and character of each fault
     */
    public static Expression condition(String text, Names names) {
        return of(text, CelLanguage.compile(text, names, DataType.BOOLEAN));
    }

    /** As {@link #condition(String, Names)}, of single values only. */
    public static Expression condition(String text, Map<String, DataType> names) {
        return condition(text, Names.of(names));
    }

    /**
     * Compiles an expression that computes a value of this type. It may not use {@code today}: a value must not change
     * because a day has passed.
     *
     * @throws ExpressionIsFaulty with line and character of each fault
     */
    public static Expression derivation(String text, Names names, DataType result) {
        Expression expression = of(text, CelLanguage.compile(text, names, result));
        if (expression.names.contains(TODAY)) {
            throw new ExpressionIsFaulty(
                    text,
                    List.of(ExpressionText.place(
                            text, TODAY, "A derived value may not use “today”; use a date that was entered.")));
        }
        return expression;
    }

    /** As {@link #derivation(String, Names, DataType)}, of single values only. */
    public static Expression derivation(String text, Map<String, DataType> names, DataType result) {
        return derivation(text, Names.of(names), result);
    }

    /** Compiles an expression of any type, to look at what it gives. */
    public static Expression any(String text, Names names) {
        return of(text, CelLanguage.compile(text, names));
    }

    /**
     * Reads an expression without asking what its names mean, for texts whose names cannot be looked up.
     *
     * @throws ExpressionIsFaulty with line and character of each fault of the language
     */
    public static void requireReadable(String text) {
        CelLanguage.parse(text);
    }

    private static Expression of(String text, CelLanguage.Checked checked) {
        try {
            return new Expression(text, checked.names(), CelLanguage.RUNTIME.createProgram(checked.tree()), Map.of());
        } catch (CelEvaluationException fault) {
            throw new ExpressionIsFaulty(text, List.of(new ExpressionIsFaulty.Place(1, 1, fault.getMessage())));
        }
    }

    /**
     * The same expression where some of its names stand for others: it asks for those others.
     *
     * @param meanings by name, the name that it stands for
     */
    Expression meaning(Map<String, String> meanings) {
        Set<String> meant =
                names.stream().map(name -> meanings.getOrDefault(name, name)).collect(Collectors.toUnmodifiableSet());
        return new Expression(text, meant, program, meanings);
    }

    /**
     * Bounds what compiling all expressions of one study may cost: whoever loads a file waits for it, and each character is work.
     * For one study and one thread.
     */
    public static final class Bounds {

        private static final int MOST = 100_000;
        private static final int EACH = 50;
        private int used;

        /**
         * Compiles within the bounds.
         *
         * @throws ExpressionIsFaulty when the expressions so far are too much together, or this one is faulty by itself
         */
        public Expression compile(String text, Function<String, Expression> compile) {
            used += text.length() + EACH;
            if (used > MOST) {
                String sentence =
                        "The expressions of the study are too much together: at most %d characters, %d counted for each expression besides. Shorten them, or use one condition in many places."
                                .formatted(MOST, EACH);
                throw new ExpressionIsFaulty(text, List.of(new ExpressionIsFaulty.Place(1, 1, sentence)));
            }
            return compile.apply(text);
        }
    }

    /** Where it uses this name first. */
    public ExpressionIsFaulty.Place placeOf(String name, String sentence) {
        return ExpressionText.place(text, name, sentence);
    }

    /** The names that it uses, of items and of {@code today} and {@code visitDate}; of a list which items of its rows too. */
    public Set<String> names() {
        return names;
    }

    /** Whether it is true of these values; unknown when they do not decide it. */
    public Truth test(Values values) {
        return evaluate(values) instanceof Boolean known ? Truth.of(known) : Truth.UNKNOWN;
    }

    /** As {@link #test(Values)}, of single values only. */
    public Truth test(Map<String, TypedValue> values) {
        return test(Values.of(values));
    }

    /** As {@link #value(Values)}, of single values only. */
    public Optional<TypedValue> value(Map<String, TypedValue> values) {
        return value(Values.of(values));
    }

    /** What it computes from these values; empty when they do not suffice, or for a number without end. */
    public Optional<TypedValue> value(Values values) {
        Object result = evaluate(values);
        if (result instanceof Boolean yes) {
            return Optional.of(TypedValue.yesNo(yes));
        }
        if (result instanceof PartialDate date) {
            return Optional.of(TypedValue.date(date));
        }
        if (result instanceof String words && !words.isEmpty()) {
            return Optional.of(TypedValue.text(words));
        }
        // the shortest decimal that means this double: 2.675 stays 2.675 and is rounded up, as people expect
        return result instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(TypedValue.number(new BigDecimal(Double.toString(number.doubleValue()))))
                : Optional.empty();
    }

    /** The language's own value: a Boolean, Double, String, date, list; anything else when it is not known. */
    Object evaluate(Values values) {
        try {
            return program.advanceEvaluation(
                    UnknownContext.create(name -> CelLanguage.resolve(name, meanings, values), List.of()));
        } catch (CelEvaluationException noAnswer) {
            // for example a choice at a place that a list does not have: no answer, not a wrong one
            return null;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
