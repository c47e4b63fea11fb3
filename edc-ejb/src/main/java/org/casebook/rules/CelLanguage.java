package org.casebook.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The expression language: what CEL offers, our functions, and no more. */
final class CelLanguage {

    /** Prefix of the name that tells whether another name has no value. */
    static final String MISSING = "missing";

    static final String EMPTY = "empty";
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
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.DIVIDE)
                    .build())
            .addFunctionBindings(CelFunctions.division())
            .addFunctionBindings(CelFunctions.bindings())
            .build();

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(CelFunctions.macros())
            .build();

    private CelLanguage() {}

    static CelType celType(DataType type) {
        return switch (type) {
            case INTEGER, DECIMAL, VAS, CALCULATED -> SimpleType.DOUBLE;
            case DATE, PARTIAL_DATE -> CelFunctions.DATE;
            case BOOLEAN -> SimpleType.BOOL;
            case MULTI_CHOICE, ROW_LINK -> ListType.create(SimpleType.STRING);
            case TEXT, LONG_TEXT, CHOICE, TIME, DATETIME, ATTACHMENT -> SimpleType.STRING;
        };
    }

    /**
     * An expression without faults.
     *
     * @param names the names that it asks for
     */
    record Checked(CelAbstractSyntaxTree tree, Set<String> names) {}

    /** Parses and checks an expression of any type. */
    static Checked compile(String text, Names names) {
        CelAbstractSyntaxTree parsed = parse(text);
        CelFaults faults = new CelFaults(text, parsed);
        CelNames used = new CelNames(names);
        CelAbstractSyntaxTree settled = used.settle(parsed);
        faults.refuse(used.unknown());
        CelValidationResult checked = checker(used).check(settled);
        if (checked.hasError()) {
            throw faults.of(checked.getErrors());
        }
        CelAbstractSyntaxTree tree = tree(checked);
        faults.refuseDateMistakes(tree);
        return new Checked(tree, used.in(tree));
    }

    /** Parses and checks an expression that must give a value of this type. */
    static Checked compile(String text, Names names, DataType result) {
        Checked checked = compile(text, names);
        CelType wanted = celType(result);
        CelType given = checked.tree().getResultType();
        if (!given.equals(SimpleType.DYN) && !given.equals(wanted)) {
            throw new CelFaults(text, checked.tree())
                    .atStart("It gives %s where %s is needed."
                            .formatted(CelFaults.word(given.name()), CelFaults.word(wanted.name())));
        }
        return checked;
    }

    private static CelCompiler checker(CelNames used) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(used.rowTypes())
                .addFunctionDeclarations(CelFunctions.declarations())
                .addVar(EMPTY, SimpleType.DYN);
        declare(builder, Expression.TODAY, CelFunctions.DATE);
        declare(builder, Expression.VISIT_DATE, CelFunctions.DATE);
        used.variables().forEach((name, type) -> declare(builder, name, type));
        return builder.build();
    }

    private static void declare(CelCompilerBuilder builder, String name, CelType type) {
        builder.addVar(name, type).addVar(MISSING + "." + name, SimpleType.BOOL);
    }

    static CelAbstractSyntaxTree parse(String text) {
        CelValidationResult parsed = PARSER.parse(text);
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

    /**
     * What a name stands for at evaluation; empty (unknown) when there is no value.
     *
     * @param meanings other names that some names stand for
     */
    static Optional<Object> resolve(String called, Map<String, String> meanings, Values values) {
        if (called.startsWith(MISSING + ".")) {
            String asked = called.substring(MISSING.length() + 1);
            return Optional.of(!isOfRows(asked) && !values.single().containsKey(meanings.getOrDefault(asked, asked)));
        }
        String name = meanings.getOrDefault(called, called);
        if (isOfRows(name) && !values.single().containsKey(name)) {
            return Optional.of(ofRows(name, values));
        }
        return Optional.ofNullable(values.single().get(name)).map(CelLanguage::celValue);
    }

    private static boolean isOfRows(String name) {
        return name.startsWith(CelNames.ROWS + ".");
    }

    private static List<?> ofRows(String name, Values values) {
        if (values.rows().containsKey(name)) {
            return CelRow.rows(values.rows().get(name));
        }
        int dot = name.lastIndexOf('.');
        return CelRow.column(values.rows().getOrDefault(name.substring(0, dot), List.of()), name.substring(dot + 1));
    }

    static Object celValue(TypedValue value) {
        return switch (value.type()) {
            case INTEGER, DECIMAL, VAS, CALCULATED -> value.number().doubleValue();
            case DATE, PARTIAL_DATE -> value.date();
            case BOOLEAN -> value.isYes();
            case MULTI_CHOICE, ROW_LINK -> value.codes();
            case TEXT, LONG_TEXT, CHOICE, TIME, DATETIME, ATTACHMENT -> value.text();
        };
    }
}
