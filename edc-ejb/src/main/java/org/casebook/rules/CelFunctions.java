package org.casebook.rules;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelUnknownSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Truth;

/** The functions that we add to the expression language: partial dates, and what skips missing values. */
final class CelFunctions {

    /** A type of its own, so that dates cannot be compared by {@code <}. */
    static final CelType DATE = OpaqueType.create("date");

    static final String DATE_LITERAL = "date";

    /** A number, or a list of numbers, as a list. */
    static final String NUMBERS_IN = "numbersIn";

    /** A list of no numbers; {@code []} would leave its type open, and the compiler slow. */
    private static final String NOTHING = "noNumbers";

    /** Lists of numbers one after the other. */
    private static final String JOINED = "joined";

    /** Most items that one call may name; more would take the compiler longer than a person waits. */
    private static final int MOST_ITEMS = 100;

    private static final CelType NUMBERS = ListType.create(SimpleType.DOUBLE);

    private CelFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                declare(DATE_LITERAL, DATE, SimpleType.STRING),
                declare("before", SimpleType.BOOL, DATE, DATE),
                declare("after", SimpleType.BOOL, DATE, DATE),
                declare("sameDay", SimpleType.BOOL, DATE, DATE),
                declare("daysBetween", SimpleType.DOUBLE, DATE, DATE),
                declare("age", SimpleType.DOUBLE, DATE, DATE),
                declare("year", SimpleType.DOUBLE, DATE),
                declare("month", SimpleType.DOUBLE, DATE),
                declare("day", SimpleType.DOUBLE, DATE),
                declare("isComplete", SimpleType.BOOL, DATE),
                declare("hasMonth", SimpleType.BOOL, DATE),
                declare("hasDay", SimpleType.BOOL, DATE),
                CelFunctionDecl.newFunctionDeclaration(
                        NUMBERS_IN,
                        CelOverloadDecl.newGlobalOverload("casebook_number", NUMBERS, SimpleType.DOUBLE),
                        CelOverloadDecl.newGlobalOverload("casebook_numbers", NUMBERS, NUMBERS)),
                declare(NOTHING, NUMBERS),
                declare(JOINED, NUMBERS, ListType.create(NUMBERS)),
                declare("sumOf", SimpleType.DOUBLE, NUMBERS),
                declare("meanOf", SimpleType.DOUBLE, NUMBERS),
                declare("minOf", SimpleType.DOUBLE, NUMBERS),
                declare("maxOf", SimpleType.DOUBLE, NUMBERS));
    }

    private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload("casebook_" + name, result, arguments));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("casebook_date", String.class, CelFunctions::date),
                dates("before", (one, other) -> known(one.before(other))),
                dates("after", (one, other) -> known(one.after(other))),
                dates("sameDay", (one, other) -> known(one.sameDay(other))),
                dates("daysBetween", (from, to) -> known(from.daysUntil(to))),
                dates("age", (birth, at) -> known(birth.yearsUntil(at))),
                part("year", date -> (double) date.year()),
                part("month", date -> number(date.month())),
                part("day", date -> number(date.day())),
                part("isComplete", PartialDate::isComplete),
                part("hasMonth", date -> date.month() != null),
                part("hasDay", date -> date.day() != null),
                CelFunctionBinding.from("casebook_number", Double.class, List::of),
                CelFunctionBinding.from("casebook_numbers", List.class, list -> list),
                CelFunctionBinding.from("casebook_" + NOTHING, List.<Class<?>>of(), nothing -> List.of()),
                CelFunctionBinding.from("casebook_" + JOINED, List.class, CelFunctions::joined),
                CelFunctionBinding.from("casebook_sumOf", List.class, list -> exactSum(list)),
                ofNumbers("meanOf", CelFunctions::mean),
                ofNumbers("minOf", list -> numbers(list).min().getAsDouble()),
                ofNumbers("maxOf", list -> numbers(list).max().getAsDouble()));
    }

    /** In place of the language's own, which makes a number without end of a division by zero: here nobody knows what it is. */
    static List<CelFunctionBinding> division() {
        return List.of(
                CelFunctionBinding.from(
                        "divide_double", Double.class, Double.class, (number, by) -> finite(number / by)),
                CelFunctionBinding.from(
                        "divide_int64", Long.class, Long.class, (number, by) -> by == 0 ? unknown() : number / by));
    }

    private static Object finite(double number) {
        return Double.isFinite(number) ? number : unknown();
    }

    private static CelFunctionBinding part(String name, Function<PartialDate, Object> function) {
        return CelFunctionBinding.from("casebook_" + name, PartialDate.class, function::apply);
    }

    /** Of no numbers there is no mean, smallest or largest. */
    private static CelFunctionBinding ofNumbers(String name, Function<List<?>, Object> function) {
        return CelFunctionBinding.from(
                "casebook_" + name, List.class, list -> list.isEmpty() ? unknown() : function.apply(list));
    }

    private static Object number(Integer part) {
        return part == null ? unknown() : Double.valueOf(part);
    }

    private interface OfDates {
        Object apply(PartialDate one, PartialDate other);
    }

    private static CelFunctionBinding dates(String name, OfDates function) {
        return CelFunctionBinding.from("casebook_" + name, PartialDate.class, PartialDate.class, function::apply);
    }

    private static Object date(String text) {
        try {
            return PartialDate.parse(text);
        } catch (Invalid noDate) {
            return unknown();
        }
    }

    private static Object known(Truth truth) {
        return truth.isUnknown() ? unknown() : truth.isTrue();
    }

    private static Object known(OptionalLong number) {
        return number.isPresent() ? (double) number.getAsLong() : unknown();
    }

    private static Object unknown() {
        return CelUnknownSet.create(0L);
    }

    private static DoubleStream numbers(List<?> numbers) {
        return numbers.stream().mapToDouble(number -> ((Number) number).doubleValue());
    }

    private static List<Object> joined(List<?> lists) {
        List<Object> all = new ArrayList<>();
        lists.forEach(list -> all.addAll((List<?>) list));
        return all;
    }

    /** Summed in decimals as they were typed: ten times 0.1 is 1, in any order. */
    private static double exactSum(List<?> numbers) {
        return decimalSum(numbers).doubleValue();
    }

    private static double mean(List<?> numbers) {
        return decimalSum(numbers)
                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal decimalSum(List<?> numbers) {
        return numbers(numbers).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<CelMacro> macros() {
        return List.of(
                CelMacro.newGlobalMacro(
                        "isMissing", 1, (factory, target, args) -> Optional.of(missing(factory, args.get(0)))),
                CelMacro.newGlobalMacro("size", 1, (factory, target, args) -> Optional.of(size(factory, args.get(0)))),
                CelMacro.newReceiverMacro("size", 0, (factory, target, args) -> Optional.of(size(factory, target))),
                ofItems("count", CelFunctions::count),
                ofItems("sum", (factory, items) -> factory.newGlobalCall("sumOf", present(factory, items))),
                ofItems("mean", (factory, items) -> factory.newGlobalCall("meanOf", present(factory, items))),
                ofItems("min", (factory, items) -> factory.newGlobalCall("minOf", present(factory, items))),
                ofItems("max", (factory, items) -> factory.newGlobalCall("maxOf", present(factory, items))));
    }

    private static CelMacro ofItems(String name, BiFunction<CelMacroExprFactory, List<CelExpr>, CelExpr> expansion) {
        return CelMacro.newGlobalVarArgMacro(
                name,
                (factory, target, items) -> Optional.of(
                        items.isEmpty() || items.size() > MOST_ITEMS
                                ? factory.reportError("“%s” needs 1 to %d items to look at".formatted(name, MOST_ITEMS))
                                : expansion.apply(factory, items)));
    }

    /** All numbers are decimals, this one too. */
    private static CelExpr size(CelMacroExprFactory factory, CelExpr list) {
        return factory.newGlobalCall("double", factory.newGlobalCall("size", list));
    }

    /**
     * {@code sumOf([missing.A ? 0.0 : 1.0, …])}: items of any types can be counted together; of a list its length. A list and
     * no chain of sums: what a chain costs the compiler grows with its square.
     */
    private static CelExpr count(CelMacroExprFactory factory, List<CelExpr> items) {
        List<CelExpr> ones = new ArrayList<>();
        for (CelExpr item : items) {
            ones.add(
                    isItem(item) && !isOfRows(item)
                            ? factory.newGlobalCall(
                                    "_?_:_",
                                    missing(factory, item),
                                    factory.newDoubleLiteral(0),
                                    factory.newDoubleLiteral(1))
                            : size(factory, item));
        }
        return factory.newGlobalCall("sumOf", factory.newList(ones));
    }

    /**
     * {@code joined([missing.A ? noNumbers() : numbersIn(A), …])}: the list of the numbers that there are. A name
     * may mean a list of numbers; what is computed counts as it is, unknown when any part of it is.
     */
    private static CelExpr present(CelMacroExprFactory factory, List<CelExpr> items) {
        List<CelExpr> lists = new ArrayList<>();
        for (CelExpr item : items) {
            CelExpr numbers = factory.newGlobalCall(NUMBERS_IN, item);
            lists.add(
                    isItem(item)
                            ? factory.newGlobalCall(
                                    "_?_:_", missing(factory, item), factory.newGlobalCall(NOTHING), numbers)
                            : numbers);
        }
        return factory.newGlobalCall(JOINED, factory.newList(lists));
    }

    private static boolean isItem(CelExpr item) {
        return item.getKind() == Kind.IDENT
                || item.getKind() == Kind.SELECT && isItem(item.select().operand());
    }

    private static boolean isOfRows(CelExpr item) {
        return item.getKind() == Kind.SELECT
                ? isOfRows(item.select().operand())
                : item.ident().name().equals(CelNames.ROWS);
    }

    private static CelExpr missing(CelMacroExprFactory factory, CelExpr item) {
        if (item.getKind() == Kind.IDENT) {
            return factory.newSelect(
                    factory.newIdentifier(CelLanguage.MISSING), item.ident().name(), false);
        }
        if (item.getKind() == Kind.SELECT) {
            return factory.newSelect(
                    missing(factory, item.select().operand()), item.select().field(), false);
        }
        return factory.reportError("only an item can be asked whether it is missing");
    }
}
