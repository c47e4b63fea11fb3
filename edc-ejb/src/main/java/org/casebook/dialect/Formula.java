package org.casebook.dialect;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a formula as OpenEDC and systems like it write them ({@code Weight / Height ^ 2}, {@code !(Gender == "Female")}) and
 * gives it in CEL. What could be meant in two ways is not certain.
 */
final class Formula {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;
    private static final List<String> OPERATORS =
            List.of("&&", "||", "==", "!=", "<>", "<=", ">=", "<", ">", "=", "+", "-", "*", "/", "^", "!", "(", ")");
    private static final Set<String> COMPARING = Set.of("==", "=", "!=", "<>", "<", "<=", ">", ">=");

    private final String text;
    private final Function<String, Term> names;
    private int at;
    private int depth;

    /**
     * @param names gives the item that a path such as {@code AGE} or {@code GROUP-AGE} means; null when none
     */
    private Formula(String text, Function<String, Term> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * The formula in CEL.
     *
     * @throws NotCertain when it cannot be read, or could mean something else
     */
    static Term read(String text, Function<String, Term> names) {
        if (text.length() > LONGEST) {
            throw new NotCertain("it is too long");
        }
        Formula formula = new Formula(text, names);
        Term whole = formula.either();
        if (!formula.peek().isEmpty() || formula.at < text.length()) {
            throw new NotCertain("“" + Texts.shortened(text.substring(formula.at)) + "” cannot be read");
        }
        return whole;
    }

    private Term either() {
        if (++depth > DEEPEST) {
            throw new NotCertain("it nests too deep");
        }
        Term all = both();
        while (takes("||") || takesWord("or")) {
            Term other = both();
            all = Term.of(all.condition().within(1) + " || " + other.condition().within(2), Term.Kind.YES_NO, 1);
        }
        depth--;
        return all;
    }

    private Term both() {
        Term all = comparison();
        while (takes("&&") || takesWord("and")) {
            Term other = comparison();
            all = Term.of(all.condition().within(2) + " && " + other.condition().within(3), Term.Kind.YES_NO, 2);
        }
        return all;
    }

    private Term comparison() {
        Term left = sum();
        String operator = peek();
        if (!COMPARING.contains(operator)) {
            return left;
        }
        takes(operator);
        Term result = left.compared(operator.equals("=") ? "==" : operator.equals("<>") ? "!=" : operator, sum());
        if (COMPARING.contains(peek())) {
            throw new NotCertain("comparisons follow each other");
        }
        return result;
    }

    private Term sum() {
        Term all = product();
        while (peek().equals("+") || peek().equals("-")) {
            String operator = take();
            Term other = product();
            all = Term.of(
                    all.number().within(4) + " " + operator + " "
                            + other.number().within(5),
                    Term.Kind.NUMBER,
                    4);
        }
        return all;
    }

    private Term product() {
        Term all = unary();
        while (peek().equals("*") || peek().equals("/")) {
            String operator = take();
            Term other = unary();
            all = Term.of(
                    all.number().within(5) + " " + operator + " "
                            + other.number().within(6),
                    Term.Kind.NUMBER,
                    5);
        }
        return all;
    }

    private Term unary() {
        if (++depth > DEEPEST) {
            throw new NotCertain("it nests too deep");
        }
        Term result;
        if (takes("-")) {
            result = Term.of("-" + unary().number().within(Term.UNARY), Term.Kind.NUMBER, Term.UNARY);
        } else if (takes("!") || takesWord("not")) {
            result = Term.of("!" + unary().condition().within(Term.UNARY), Term.Kind.YES_NO, Term.UNARY);
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    /** CEL has no powers; small whole ones are products. */
    private Term power() {
        Term base = primary();
        if (!takes("^")) {
            return base;
        }
        Term exponent = primary();
        if (!exponent.literal() || !exponent.cel().matches("[2-4]") || peek().equals("^")) {
            throw new NotCertain("only the powers 2, 3 and 4 are known");
        }
        String factor = base.number().within(6);
        String product = String.join(" * ", java.util.Collections.nCopies(Integer.parseInt(exponent.cel()), factor));
        return Term.of("(" + product + ")", Term.Kind.NUMBER, Term.WHOLE);
    }

    private Term primary() {
        skipBlanks();
        if (takes("(")) {
            Term inside = either();
            if (!takes(")")) {
                throw new NotCertain("a parenthesis is not closed");
            }
            return inside.literal() ? inside : Term.of("(" + inside.cel() + ")", inside.kind(), Term.WHOLE);
        }
        if (at >= text.length()) {
            throw new NotCertain("it ends too early");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return constant(first);
        }
        return Character.isDigit(first) ? number() : name();
    }

    private Term constant(char quote) {
        int end = text.indexOf(quote, at + 1);
        String inside = end < 0 ? "\\" : text.substring(at + 1, end);
        if (inside.contains("\\")) {
            throw new NotCertain("a text is not closed or has escapes");
        }
        at = end + 1;
        return Term.text(inside);
    }

    private Term number() {
        int end = end(at, "0123456789.");
        String digits = text.substring(at, end);
        if (!Term.isNumber(digits)) {
            throw new NotCertain("“" + digits + "” is no number");
        }
        at = end;
        return Term.number(digits);
    }

    /** The longest path that names an item; a hyphen is part of a path or a minus, and must not be able to be both. */
    private Term name() {
        int end = endOfPath(at);
        String path = text.substring(at, end);
        if (path.equals("true") || path.equals("false")) {
            at = end;
            return Term.truth(path);
        }
        for (int cut = path.length(); cut > 0; cut = path.lastIndexOf('-', cut - 1)) {
            Term found = names.apply(path.substring(0, cut));
            if (found != null) {
                refuseAmbiguity(path.substring(0, cut));
                at += cut;
                return found;
            }
        }
        throw new NotCertain("“" + Texts.shortened(path) + "” is no item that is at hand there");
    }

    private void refuseAmbiguity(String path) {
        int hyphen = path.indexOf('-');
        if (hyphen > 0
                && names.apply(path.substring(0, hyphen)) != null
                && names.apply(path.substring(hyphen + 1)) != null) {
            throw new NotCertain("“" + path + "” could be a path or a difference");
        }
    }

    private int endOfPath(int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_.:-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end == from || end < text.length() && text.charAt(end) == '(') {
            throw new NotCertain("“" + Texts.shortened(text.substring(from)) + "” cannot be read");
        }
        return end;
    }

    private int end(int from, String letters) {
        int end = from;
        while (end < text.length() && letters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The operator that comes next; empty when none does. */
    private String peek() {
        skipBlanks();
        return OPERATORS.stream()
                .filter(operator -> text.startsWith(operator, at))
                .findFirst()
                .orElse("");
    }

    private String take() {
        String operator = peek();
        at += operator.length();
        return operator;
    }

    private boolean takes(String wanted) {
        boolean there = peek().equals(wanted);
        at += there ? wanted.length() : 0;
        return there;
    }

    private boolean takesWord(String word) {
        skipBlanks();
        int end = at + word.length();
        boolean there = text.startsWith(word, at)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
        at += there ? word.length() : 0;
        return there;
    }
}
