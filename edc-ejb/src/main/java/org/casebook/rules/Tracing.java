package org.casebook.rules;

import cel.parser.internal.CELLexer;
import cel.parser.internal.CELParser;
import cel.parser.internal.CELParser.ConstantLiteralContext;
import cel.parser.internal.CELParser.MemberCallContext;
import cel.parser.internal.CELParser.NestedContext;
import dev.cel.runtime.CelUnknownSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.casebook.kernel.PartialDate;

/** Walks through an expression as it is written and evaluates each part of it for itself; what no row is bound to is passed over. */
final class Tracing {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Set<String> OF_ROWS = Set.of("exists", "all", "exists_one", "filter", "map");
    private static final int MOST_ROWS = 20;

    private final String text;
    private final Names names;
    private final Values values;

    Tracing(String text, Names names, Values values) {
        this.text = text;
        this.names = names;
        this.values = values;
    }

    Step trace() {
        CELParser parser = new CELParser(new CommonTokenStream(new CELLexer(CharStreams.fromString(text))));
        parser.removeErrorListeners();
        return step(parser.start().e);
    }

    private Step step(ParserRuleContext whole) {
        ParserRuleContext part = meaningful(whole);
        List<Step> parts = new ArrayList<>();
        if (!NAME.matcher(text(part)).matches()) {
            if (isOfRows(part)) {
                ofRows((MemberCallContext) part, parts);
            } else {
                children(part).stream()
                        .filter(child -> !(meaningful(child) instanceof ConstantLiteralContext))
                        .forEach(child -> parts.add(step(child)));
            }
        }
        return at(part, text(part), value(text(part)), parts);
    }

    private static Step at(ParserRuleContext part, String words, String value, List<Step> parts) {
        return new Step(part.getStart().getStartIndex(), part.getStop().getStopIndex() + 1, words, value, parts);
    }

    /** The grammar has a level for each kind of operator, and for brackets: only those count where something happens. */
    private static ParserRuleContext meaningful(ParserRuleContext part) {
        ParserRuleContext at = part;
        while (!(at instanceof ConstantLiteralContext)
                && (at.getChildCount() == 1 || at instanceof NestedContext)
                && children(at).size() == 1) {
            at = children(at).get(0);
        }
        return at;
    }

    /** The parts that are expressions; a list of arguments counts as its arguments. */
    private static List<ParserRuleContext> children(ParserRuleContext part) {
        List<ParserRuleContext> children = new ArrayList<>();
        for (ParserRuleContext child : part.getRuleContexts(ParserRuleContext.class)) {
            if (child instanceof CELParser.ExprListContext || child instanceof CELParser.ListInitContext) {
                children.addAll(children(child));
            } else if (!(child instanceof CELParser.EscapeIdentContext)) {
                children.add(child);
            }
        }
        return children;
    }

    private boolean isOfRows(ParserRuleContext part) {
        return part instanceof MemberCallContext call
                && OF_ROWS.contains(call.id.getText())
                && children(part).size() > 2;
    }

    /** The list, and then what is asked of each row. */
    private void ofRows(MemberCallContext call, List<Step> parts) {
        List<ParserRuleContext> children = children(call);
        Step list = step(children.get(0));
        parts.add(list);
        String variable = text(children.get(1));
        ParserRuleContext asked = children.get(children.size() - 1);
        List<?> rows = evaluate(list.text()) instanceof List<?> known ? known : List.of();
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            if (rows.get(i) instanceof CelRow row) {
                String words = "row " + (i + 1) + ": " + text(asked);
                Tracing ofRow = new Tracing(text, bound(variable, list.text()), bound(variable, row));
                Step inside = ofRow.step(asked);
                parts.add(at(asked, words, inside.value(), inside.parts()));
            }
        }
    }

    private Names bound(String variable, String list) {
        String base = NAME.matcher(list).results().findFirst().orElseThrow().group();
        Map<String, DataType> row = new LinkedHashMap<>();
        // the list may be one that was filtered: rows.AE.filter
        for (String name = base; row.isEmpty() && name.contains("."); name = name.substring(0, name.lastIndexOf('.'))) {
            row.putAll(names.row(name));
        }
        return new Names() {
            @Override
            public Optional<DataType> type(String name) {
                return name.startsWith(variable + ".")
                        ? Optional.ofNullable(row.get(name.substring(variable.length() + 1)))
                        : names.type(name);
            }

            @Override
            public Map<String, DataType> row(String name) {
                return names.row(name);
            }
        };
    }

    private Values bound(String variable, CelRow row) {
        Map<String, TypedValue> single = new HashMap<>(values.single());
        row.typed().forEach((item, value) -> single.put(variable + "." + item, value));
        return values.with(single);
    }

    private String text(ParserRuleContext part) {
        return text.substring(part.getStart().getStartIndex(), part.getStop().getStopIndex() + 1);
    }

    private String value(String part) {
        return written(evaluate(part));
    }

    /** A part that means nothing for itself, as the name of a row, has no value of its own. */
    private Object evaluate(String part) {
        try {
            return Expression.any(part, names).evaluate(values);
        } catch (ExpressionIsFaulty noExpression) {
            return null;
        }
    }

    private static String written(Object value) {
        if (value == null
                || value instanceof CelUnknownSet
                || value instanceof Double number && !Double.isFinite(number)) {
            return null;
        }
        if (value instanceof List<?> list) {
            // of an empty list nobody can tell what it would hold: it has 0 of it
            boolean rows = list.stream().allMatch(CelRow.class::isInstance);
            return rows
                    ? Integer.toString(list.size())
                    : list.stream().map(Tracing::written).collect(Collectors.joining(", "));
        }
        if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(Double.toString(number.doubleValue()));
            return exact.stripTrailingZeros().toPlainString();
        }
        return value instanceof PartialDate || value instanceof String || value instanceof Boolean
                ? value.toString()
                : null;
    }
}
