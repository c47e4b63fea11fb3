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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;

/** Says what is wrong with one expression, in the words of people who write forms, at the right place. */
final class CelFaults {

    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '(.+?)' applied to '(.+?)'.*");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+?)'.*");
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
            "several codes",
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
