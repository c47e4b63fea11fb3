package org.casebook.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The expression language set up for a set of names: what CEL offers, our functions, and no more. */
final class CelLanguage {

    /** Prefix of the name that tells whether another name has no value. */
    static final String MISSING = "missing";

    private static final String EMPTY = "empty";
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ITERATIONS = 10_000;
    private static final int DEEPEST = 60;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST_TEXT)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(CelFunctions.bindings())
            .build();

    private final CelCompiler compiler;

    CelLanguage(Map<String, DataType> names) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(CelFunctions.macros())
                .addFunctionDeclarations(CelFunctions.declarations())
                .addVar(EMPTY, SimpleType.DYN);
        declare(builder, Expression.TODAY, DataType.DATE);
        declare(builder, Expression.VISIT_DATE, DataType.DATE);
        names.forEach((name, type) -> declare(builder, name, type));
        this.compiler = builder.build();
    }

    private static void declare(CelCompilerBuilder builder, String name, DataType type) {
        builder.addVar(name, celType(type)).addVar(MISSING + "." + name, SimpleType.BOOL);
    }

    private static CelType celType(DataType type) {
        return switch (type) {
            case INTEGER, DECIMAL, VAS, CALCULATED -> SimpleType.DOUBLE;
            case DATE, PARTIAL_DATE -> CelFunctions.DATE;
            case BOOLEAN -> SimpleType.BOOL;
            case MULTI_CHOICE -> ListType.create(SimpleType.STRING);
            case TEXT, LONG_TEXT, CHOICE, TIME, DATETIME -> SimpleType.STRING;
        };
    }

    CelAbstractSyntaxTree compile(String text, DataType result) {
        CelAbstractSyntaxTree parsed = parse(text);
        CelFaults faults = new CelFaults(text, parsed);
        CelValidationResult checked = compiler.check(withDecimals(parsed));
        if (checked.hasError()) {
            throw faults.of(checked.getErrors());
        }
        CelAbstractSyntaxTree tree = tree(checked);
        faults.refuseDateMistakes(tree);
        CelType wanted = celType(result);
        CelType given = tree.getResultType();
        if (!given.equals(SimpleType.DYN) && !given.equals(wanted)) {
            throw faults.atStart("It gives %s where %s is needed."
                    .formatted(CelFaults.word(given.name()), CelFaults.word(wanted.name())));
        }
        return tree;
    }

    CelAbstractSyntaxTree parse(String text) {
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            List<ExpressionIsFaulty.Place> places =
                    parsed.getErrors().stream().map(CelLanguage::place).toList();
            throw new ExpressionIsFaulty(text, places);
        }
        return tree(parsed);
    }

    private static ExpressionIsFaulty.Place place(CelIssue issue) {
        CelSourceLocation at = issue.getSourceLocation();
        return new ExpressionIsFaulty.Place(at.getLine(), at.getColumn() + 1, CelFaults.plain(issue.getMessage()));
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult valid) {
        try {
            return valid.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("A result without errors has a tree", impossible);
        }
    }

    /** Whole numbers become decimals, so that nobody has to write 2.0 for 2. */
    private static CelAbstractSyntaxTree withDecimals(CelAbstractSyntaxTree parsed) {
        CelMutableAst tree = CelMutableAst.fromCelAst(parsed);
        CelNavigableMutableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .filter(node -> node.getKind() == Kind.CONSTANT)
                .filter(node -> node.constant().getKind() == CelConstant.Kind.INT64_VALUE)
                .toList()
                .forEach(node -> node.setConstant(
                        CelConstant.ofValue((double) node.constant().int64Value())));
        return tree.toParsedAst();
    }

    /** The names that a checked tree asks for, without the language's own. */
    static Set<String> namesIn(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(name -> !name.isEmpty() && !name.equals(EMPTY))
                .map(name -> name.startsWith(MISSING + ".") ? name.substring(MISSING.length() + 1) : name)
                .collect(Collectors.toSet());
    }

    /** What a name stands for at evaluation; empty (unknown) when there is no value. */
    static Optional<Object> resolve(String name, Map<String, TypedValue> values) {
        if (name.startsWith(MISSING + ".")) {
            return Optional.of(!values.containsKey(name.substring(MISSING.length() + 1)));
        }
        return Optional.ofNullable(values.get(name)).map(CelLanguage::celValue);
    }

    private static Object celValue(TypedValue value) {
        return switch (value.type()) {
            case INTEGER, DECIMAL, VAS, CALCULATED -> value.number().doubleValue();
            case DATE, PARTIAL_DATE -> value.date();
            case BOOLEAN -> value.isYes();
            case MULTI_CHOICE -> value.codes();
            case TEXT, LONG_TEXT, CHOICE, TIME, DATETIME -> value.text();
        };
    }
}
