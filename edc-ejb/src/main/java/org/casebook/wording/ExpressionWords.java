package org.casebook.wording;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.kernel.Phrases;

/**
 * Reads an expression aloud: {@code AESER == 'Y' && !isMissing(AESTDAT)} is “Serious?” is “Yes” and not: “Start date” is
 * empty. Names become the questions that they stand for, codes their answers.
 */
public final class ExpressionWords {

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().build();
    private static final Set<String> TRUTHS = Set.of("_&&_", "_||_", "!_", "_?_:_");

    private static final Set<String> SUMS = Set.of("_+_", "_-_");
    private static final Set<String> PRODUCTS = Set.of("_*_", "_/_", "_%_");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("_==_", "eq"),
            Map.entry("_!=_", "ne"),
            Map.entry("_<_", "lt"),
            Map.entry("_<=_", "le"),
            Map.entry("_>_", "gt"),
            Map.entry("_>=_", "ge"),
            Map.entry("@in", "in"),
            Map.entry("_+_", "plus"),
            Map.entry("_-_", "minus"),
            Map.entry("_*_", "times"),
            Map.entry("_/_", "dividedBy"),
            Map.entry("_%_", "rest"),
            Map.entry("-_", "negative"),
            Map.entry("_[_]", "place"));

    private final Phrases phrases;
    private final Function<String, Optional<Called>> names;

    /**
     * What a name stands for.
     *
     * @param question what is asked there, with its place where it stands elsewhere
     * @param answers decodes by code; empty where there are none
     * @param yesNo whether it is true or false
     */
    public record Called(String question, Map<String, String> answers, boolean yesNo) {

        public Called {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * @param language tag, for example {@code en}
     * @param names what each name stands for; empty for names that say nothing to a reader
     */
    public ExpressionWords(String language, Function<String, Optional<Called>> names) {
        this.phrases = new Phrases("wording", language);
        this.names = names;
    }

    /** The expression in words; as it is written where it cannot be read. */
    public String tell(String expression) {
        try {
            String said = truth(PARSER.parse(expression).getAst().getExpr());
            return said.isEmpty() ? said : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
        } catch (CelValidationException unreadable) {
            return expression;
        }
    }

    /** Where something is asked that is true or false, a bare name is said to be yes. */
    private String truth(CelExpr part) {
        boolean bare = nameOf(part).flatMap(names).filter(Called::yesNo).isPresent();
        return bare ? phrases.say("isYes", say(part)) : say(part);
    }

    private String say(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant(), Map.of());
            case IDENT, SELECT -> name(part);
            case LIST -> part.list().elements().stream().map(this::say).collect(Collectors.joining(", "));
            case CALL -> call(part.call());
            default -> "…";
        };
    }

    private String call(CelExpr.CelCall call) {
        return switch (call.function()) {
            case "_&&_", "_||_" ->
                phrases.say(
                        call.function().equals("_&&_") ? "and" : "or",
                        joined(call.args().get(0), call.function()),
                        joined(call.args().get(1), call.function()));
            case "!_" -> not(call.args().get(0));
            case "_?_:_" ->
                phrases.say(
                        "ifElse",
                        truth(call.args().get(0)),
                        say(call.args().get(1)),
                        say(call.args().get(2)));
            case "_==_", "_!=_", "@in" ->
                phrases.say(
                        OPERATORS.get(call.function()),
                        compared(call.args().get(0), call.args().get(1)),
                        compared(call.args().get(1), call.args().get(0)));
            default -> function(call);
        };
    }

    /** A mixture of “and” and “or” is kept apart by brackets. */
    private String joined(CelExpr part, String around) {
        boolean other = part.getKind() == Kind.CALL
                && TRUTHS.contains(part.call().function())
                && !part.call().function().equals(around)
                && !part.call().function().equals("!_");
        return other ? phrases.say("together", truth(part)) : truth(part);
    }

    private String not(CelExpr part) {
        boolean bare = nameOf(part).flatMap(names).filter(Called::yesNo).isPresent();
        return bare ? phrases.say("isNo", say(part)) : phrases.say("not", bracketed(part));
    }

    private String bracketed(CelExpr part) {
        boolean several =
                part.getKind() == Kind.CALL && TRUTHS.contains(part.call().function());
        return several ? phrases.say("together", truth(part)) : truth(part);
    }

    /** A code is said as the answer that it stands for in the item that it is compared with. */
    private String compared(CelExpr part, CelExpr other) {
        Map<String, String> answers =
                nameOf(other).flatMap(names).map(Called::answers).orElse(Map.of());
        if (part.getKind() == Kind.CONSTANT) {
            return constant(part.constant(), answers);
        }
        if (part.getKind() == Kind.LIST) {
            return part.list().elements().stream()
                    .map(element -> compared(element, other))
                    .collect(Collectors.joining(", "));
        }
        return say(part);
    }

    private String function(CelExpr.CelCall call) {
        List<String> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            CelExpr arg = call.args().get(i);
            args.add(needsBrackets(call.function(), i, arg) ? phrases.say("together", say(arg)) : say(arg));
        }
        if (call.target().isPresent()) {
            String key = "m." + call.function();
            String target = say(call.target().get());
            return switch (args.size()) {
                case 1 -> phrases.has(key) ? phrases.say(key, target, args.get(0)) : target + "." + plain(call, args);
                case 2 -> phrases.has(key) ? phrases.say(key, target, args.get(0), args.get(1)) : plain(call, args);
                default -> phrases.has(key) ? phrases.say(key, target) : target + "." + plain(call, args);
            };
        }
        String key = OPERATORS.getOrDefault(call.function(), "f." + call.function());
        if (!phrases.has(key)) {
            return plain(call, args);
        }
        boolean ofMany = !phrases.say(key, "{0}", "\u0000", "").contains("\u0000");
        return ofMany ? phrases.say(key, String.join(", ", args)) : phrases.say(key, args.toArray(new String[0]));
    }

    /** Sums within products, and whatever is taken away or divided by, keep the brackets that the tree has lost. */
    private static boolean needsBrackets(String function, int place, CelExpr arg) {
        String inner = arg.getKind() == Kind.CALL ? arg.call().function() : "";
        boolean sum = SUMS.contains(inner);
        return switch (function) {
            case "_*_" -> sum;
            case "_/_", "_%_" -> sum || place == 1 && PRODUCTS.contains(inner);
            case "_-_" -> sum && place == 1;
            case "-_" -> sum;
            default -> false;
        };
    }

    private static String plain(CelExpr.CelCall call, List<String> args) {
        return call.function() + "(" + String.join(", ", args) + ")";
    }

    private String name(CelExpr part) {
        String name = nameOf(part).orElse("…");
        return switch (name) {
            case "today", "visitDate" -> phrases.say(name);
            case "empty" -> phrases.say("nothing");
            default ->
                names.apply(name)
                        .map(called -> phrases.say("named", called.question()))
                        .orElse(name);
        };
    }

    private static Optional<String> nameOf(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> Optional.of(part.ident().name());
            case SELECT ->
                nameOf(part.select().operand())
                        .map(before -> before + "." + part.select().field());
            default -> Optional.empty();
        };
    }

    private String constant(CelConstant constant, Map<String, String> answers) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> phrases.say(constant.booleanValue() ? "yes" : "no");
            case INT64_VALUE -> decoded(Long.toString(constant.int64Value()), answers, false);
            case UINT64_VALUE -> constant.uint64Value().toString();
            case DOUBLE_VALUE ->
                BigDecimal.valueOf(constant.doubleValue()).stripTrailingZeros().toPlainString();
            case STRING_VALUE -> decoded(constant.stringValue(), answers, true);
            default -> phrases.say("nothing");
        };
    }

    private String decoded(String code, Map<String, String> answers, boolean quoted) {
        String said = answers.getOrDefault(code, code);
        return quoted || answers.containsKey(code) ? phrases.say("named", said) : said;
    }
}
