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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Truth;

/** The functions that we add to the expression language: partial dates, and what skips missing values. */
final class CelFunctions {

    /** A type of its own, so that dates cannot be compared by {@code <}. */
    static final CelType DATE = OpaqueType.create("date");

    static final String DATE_LITERAL = "date";

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
                declare("sumOf", SimpleType.DOUBLE, NUMBERS),
                declare("meanOf", SimpleType.DOUBLE, NUMBERS));
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
                CelFunctionBinding.from("casebook_sumOf", List.class, list -> sum(list)),
                CelFunctionBinding.from(
                        "casebook_meanOf", List.class, list -> list.isEmpty() ? unknown() : sum(list) / list.size()));
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

    private static double sum(List<?> numbers) {
        return numbers.stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .sum();
    }

    static List<CelMacro> macros() {
        return List.of(
                CelMacro.newGlobalMacro(
                        "isMissing", 1, (factory, target, args) -> Optional.of(missing(factory, args.get(0)))),
                ofItems("count", CelFunctions::count),
                ofItems("sum", (factory, items) -> factory.newGlobalCall("sumOf", present(factory, items))),
                ofItems("mean", (factory, items) -> factory.newGlobalCall("meanOf", present(factory, items))));
    }

    private static CelMacro ofItems(String name, BiFunction<CelMacroExprFactory, List<CelExpr>, CelExpr> expansion) {
        return CelMacro.newGlobalVarArgMacro(
                name,
                (factory, target, items) -> Optional.of(
                        items.isEmpty()
                                ? factory.reportError("“%s” needs the items to look at", name)
                                : expansion.apply(factory, items)));
    }

    /** {@code 0.0 + (missing.A ? 0.0 : 1.0) + …}: items of any types can be counted together. */
    private static CelExpr count(CelMacroExprFactory factory, List<CelExpr> items) {
        CelExpr all = factory.newDoubleLiteral(0);
        for (CelExpr item : items) {
            CelExpr one = factory.newGlobalCall(
                    "_?_:_", missing(factory, item), factory.newDoubleLiteral(0), factory.newDoubleLiteral(1));
            all = factory.newGlobalCall("_+_", all, one);
        }
        return all;
    }

    /** {@code (missing.A ? [] : [A]) + (missing.B ? [] : [B])}: the list of the values that there are. */
    private static CelExpr present(CelMacroExprFactory factory, List<CelExpr> items) {
        CelExpr all = factory.newList();
        for (CelExpr item : items) {
            CelExpr one =
                    factory.newGlobalCall("_?_:_", missing(factory, item), factory.newList(), factory.newList(item));
            all = factory.newGlobalCall("_+_", all, one);
        }
        return all;
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
