package org.casebook.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;

/** Says what is wrong with one expression, in the words of people who write forms, at the right place. */
final class CelFaults {

    private static final String ENDS_EARLY =
            "The expression ends too early: after the last sign a value, a name or a bracket is missing.";
    private static final String NOT_EXPECTED =
            "“%s” does not belong here. Look for an operator, a bracket or a quotation mark that is missing or too many.";
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '(.+?)' applied to '(.+?)'.*");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+?)'.*");
    /** What the parser says of text that is no expression, and what a person can do about it; the first that fits. */
    private static final List<Map.Entry<Pattern, String>> SYNTAX = List.of(
            Map.entry(parser("(?:mismatched|extraneous) input '<EOF>'.*"), ENDS_EARLY),
            Map.entry(parser("missing '(.+?)' at '<EOF>'.*"), "The expression ends before its “%s”. Add it."),
            Map.entry(parser("missing '(.+?)' at .*"), "Before this a “%s” is missing. Add it."),
            Map.entry(parser("no viable alternative at input '.*<EOF>'.*"), ENDS_EARLY),
            Map.entry(parser("(?:mismatched|extraneous) input '(.+?)'.*"), NOT_EXPECTED),
            Map.entry(parser("no viable alternative at input '(.+?)'.*"), NOT_EXPECTED),
            Map.entry(
                    parser("token recognition error at: '(.+?)'.*"),
                    "“%s” cannot be read here. Text stands in quotes, which are closed again."));

    private static final Map<String, String> WORDS = Map.of(
            "double",
            "a number",
            "string",
            "a text or code",
            "bool",
            "yes or no",
            "date",
            "a date",
            "list",
            "a list",
            "list(string)",
            "several texts or codes",
            "list(double)",
            "several numbers",
            "list(date)",
            "several dates");
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_", "@in");

    private final String text;
    private final CelAbstractSyntaxTree parsed;

    CelFaults(String text, CelAbstractSyntaxTree parsed) {
        this.text = text;
        this.parsed = parsed;
    }

    ExpressionIsFaulty of(List<CelIssue> issues) {
        return new ExpressionIsFaulty(
                text,
                issues.stream()
                        .map(issue -> at(issue.getExprId(), plain(issue.getMessage())))
                        .toList());
    }

    /**
     * @param sentences what is wrong, by node
     */
    void refuse(Map<Long, String> sentences) {
        if (!sentences.isEmpty()) {
            throw new ExpressionIsFaulty(
                    text,
                    sentences.entrySet().stream()
                            .map(one -> at(one.getKey(), one.getValue()))
                            .toList());
        }
    }

    ExpressionIsFaulty atStart(String sentence) {
        return new ExpressionIsFaulty(text, List.of(new ExpressionIsFaulty.Place(1, 1, sentence)));
    }

    /** Equality of partial dates would say "same" of two unknown days; and a date in quotes must be one. */
    void refuseDateMistakes(CelAbstractSyntaxTree tree) {
        List<ExpressionIsFaulty.Place> places = new ArrayList<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .forEach(node -> {
                    if (node.getKind() == Kind.CALL) {
                        lookAtCall(tree, node, places);
                    }
                });
        if (!places.isEmpty()) {
            throw new ExpressionIsFaulty(text, places);
        }
    }

    private void lookAtCall(CelAbstractSyntaxTree tree, CelExpr node, List<ExpressionIsFaulty.Place> places) {
        String function = node.call().function();
        boolean dates = node.call().args().stream()
                .anyMatch(arg ->
                        tree.getType(arg.id()).filter(CelFunctions.DATE::equals).isPresent());
        if (EQUALITY.contains(function) && dates) {
            places.add(at(node.id(), "Dates are compared by before, after or sameDay, since parts may be unknown."));
        }
        if (CelFunctions.DATE_LITERAL.equals(function)
                && node.call().args().get(0).getKind() == Kind.CONSTANT) {
            try {
                PartialDate.parse(node.call().args().get(0).constant().stringValue());
            } catch (Invalid noDate) {
                places.add(at(node.id(), noDate.getMessage()));
            }
        }
    }

    private ExpressionIsFaulty.Place at(long node, String sentence) {
        Integer offset = parsed.getSource().getPositionsMap().get(node);
        CelSourceLocation location = offset == null
                ? CelSourceLocation.of(1, 0)
                : parsed.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new ExpressionIsFaulty.Place(location.getLine(), location.getColumn() + 1, sentence);
    }

    static String plain(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return "There is no item or function “%s” here.".formatted(undeclared.group(1));
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "“%s” does not work on (%s).".formatted(operator(overload.group(1)), words(overload.group(2)));
        }
        return syntax(message).orElseGet(() -> sentence(message));
    }

    private static Optional<String> syntax(String message) {
        return SYNTAX.stream()
                .map(known -> Map.entry(known.getKey().matcher(message), known.getValue()))
                .filter(known -> known.getKey().matches())
                .findFirst()
                .map(known -> known.getKey().groupCount() == 0
                        ? known.getValue()
                        : known.getValue().formatted(known.getKey().group(1)));
    }

    private static Pattern parser(String says) {
        return Pattern.compile(says, Pattern.DOTALL);
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    /** As people write it; what {@code sum} and its like expand to goes by what they look at. */
    private static String operator(String function) {
        return CelFunctions.NUMBERS_IN.equals(function)
                ? "sum, mean, min or max"
                : function.replaceAll("[_@]", "").replaceAll("^(.+)Of$", "$1");
    }

    private static String words(String types) {
        String[] parts = types.replaceAll("^\\((.*)\\)$", "$1").split(", ");
        return String.join(", ", List.of(parts).stream().map(CelFaults::word).toList());
    }

    static String word(String celType) {
        return celType.startsWith("list(" + CelNames.ROWS) ? "rows" : WORDS.getOrDefault(celType, celType);
    }
}
