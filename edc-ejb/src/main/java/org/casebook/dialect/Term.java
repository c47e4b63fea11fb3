package org.casebook.dialect;

import java.util.Map;
import java.util.Set;

/**
 * A part of a formula, as an expression in CEL with what is known about it.
 *
 * @param cel the expression
 * @param kind what it yields
 * @param codes the codes that a choice can have; empty for all else
 * @param binding how tightly its operator binds; {@link #WHOLE} for what needs no parentheses
 * @param literal whether it is a constant; {@code cel} is then the bare text of a text constant
 */
record Term(String cel, Kind kind, Set<String> codes, int binding, boolean literal) {

    static final int WHOLE = 9;
    static final int UNARY = 7;
    static final int COMPARED = 3;

    private static final Map<String, String> TRUTHS =
            Map.of("1", "true", "true", "true", "0", "false", "false", "false");

    /** What a part of a formula yields. */
    enum Kind {
        NUMBER,
        TEXT,
        CHOICE,
        YES_NO,
        DATE,
        /** Something that formulas cannot work with. */
        OTHER
    }

    static Term of(String cel, Kind kind, int binding) {
        return new Term(cel, kind, Set.of(), binding, false);
    }

    static Term number(String digits) {
        return new Term(digits, Kind.NUMBER, Set.of(), WHOLE, true);
    }

    static Term text(String text) {
        return new Term(text, Kind.TEXT, Set.of(), WHOLE, true);
    }

    static Term truth(String word) {
        return new Term(word, Kind.YES_NO, Set.of(), WHOLE, true);
    }

    /** The expression, in parentheses where an operator that binds so tightly needs them. */
    String within(int operator) {
        return binding < operator ? "(" + cel + ")" : cel;
    }

    /** This as a number. */
    Term number() {
        if (kind == Kind.NUMBER) {
            return this;
        }
        if (kind == Kind.CHOICE && codes.stream().allMatch(Term::isNumber)) {
            return of("double(" + cel + ")", Kind.NUMBER, WHOLE);
        }
        throw new NotCertain(cel + " is no number");
    }

    /** Whether this is true, as an operand of and, or, not. */
    Term condition() {
        if (kind == Kind.YES_NO) {
            return this;
        }
        throw new NotCertain(cel + " is neither true nor false");
    }

    static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * Compares this with another part.
     *
     * @param operator of CEL: {@code == != < <= > >=}
     */
    Term compared(String operator, Term other) {
        if (literal && !other.literal) {
            return other.compared(mirrored(operator), this);
        }
        if (literal) {
            throw new NotCertain("two constants are compared");
        }
        boolean same = operator.equals("==");
        if (other.literal && other.kind == Kind.TEXT && other.cel.isEmpty() && (same || operator.equals("!="))) {
            return of((same ? "" : "!") + "isMissing(" + cel + ")", Kind.YES_NO, same ? WHOLE : UNARY);
        }
        if (kind == Kind.DATE) {
            return comparedDate(operator, other);
        }
        return same || operator.equals("!=") ? equal(operator, other) : ordered(operator, other);
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private Term ordered(String operator, Term other) {
        if (kind != Kind.NUMBER && kind != Kind.CHOICE) {
            throw new NotCertain("its values have no order that is certain");
        }
        Term right = other.literal && other.kind == Kind.TEXT && isNumber(other.cel) ? number(other.cel) : other;
        return comparison(number(), operator, right.number());
    }

    private Term equal(String operator, Term other) {
        return switch (kind) {
            case NUMBER -> ordered(operator, other);
            case YES_NO -> comparison(this, operator, other.literal ? truthOf(other) : other.condition());
            case CHOICE -> comparison(this, operator, other.literal ? codeOf(other) : sameKind(other));
            case TEXT ->
                comparison(this, operator, other.literal ? of(quoted(other.cel), Kind.TEXT, WHOLE) : sameKind(other));
            default -> throw new NotCertain("its values cannot be compared with certainty");
        };
    }

    private static Term comparison(Term left, String operator, Term right) {
        return of(left.within(COMPARED + 1) + " " + operator + " " + right.within(COMPARED + 1), Kind.YES_NO, COMPARED);
    }

    private Term sameKind(Term other) {
        if (other.kind != kind) {
            throw new NotCertain(cel + " is compared with something of another kind");
        }
        return other;
    }

    private Term truthOf(Term constant) {
        String truth = TRUTHS.get(constant.cel);
        if (truth == null) {
            throw new NotCertain(cel + " is yes or no, and is compared with “" + constant.cel + "”");
        }
        return of(truth, Kind.YES_NO, WHOLE);
    }

    private Term codeOf(Term constant) {
        if (!codes.contains(constant.cel)) {
            throw new NotCertain("“" + constant.cel + "” is no code of " + cel);
        }
        return of(quoted(constant.cel), Kind.CHOICE, WHOLE);
    }

    private Term comparedDate(String operator, Term other) {
        String right;
        if (other.literal && other.cel.matches("\\d{4}-\\d{2}-\\d{2}")) {
            right = "date(" + quoted(other.cel) + ")";
        } else if (!other.literal && other.kind == Kind.DATE) {
            right = other.cel;
        } else {
            throw new NotCertain(cel + " is a date, and is compared with something else");
        }
        String function = switch (operator) {
            case "==", "!=" -> "sameDay";
            case "<", ">=" -> "before";
            default -> "after";
        };
        boolean not = operator.equals("!=") || operator.equals(">=") || operator.equals("<=");
        return of((not ? "!" : "") + function + "(" + cel + ", " + right + ")", Kind.YES_NO, not ? UNARY : WHOLE);
    }
}
