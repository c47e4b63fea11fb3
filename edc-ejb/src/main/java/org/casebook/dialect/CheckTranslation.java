package org.casebook.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.rules.ExpressionName;

/** Range checks: numbers are compared as they are, dates and codes by expressions, the rest is kept as text. */
final class CheckTranslation {

    private static final Map<String, String> OPERATORS =
            Map.of("LT", "<", "LE", "<=", "GT", ">", "GE", ">=", "EQ", "==", "NE", "!=");

    private static final Map<String, String> EXPECTED = Map.of(
            "LT", "less than %s",
            "LE", "at most %s",
            "GT", "more than %s",
            "GE", "at least %s",
            "EQ", "%s",
            "NE", "other than %s",
            "IN", "one of %s",
            "NOTIN", "none of %s");

    private static final Set<String> OF_MANY = Set.of("IN", "NOTIN");

    private final OldVersion version;
    private final Remarks remarks;
    private final Formulas formulas;

    CheckTranslation(OldVersion version, Remarks remarks, Formulas formulas) {
        this.version = version;
        this.remarks = remarks;
        this.formulas = formulas;
    }

    /** The checks of an item; those that cannot run are kept as text. */
    List<OdmElement> of(OdmElement item) {
        List<OdmElement> checks = new ArrayList<>();
        int number = 0;
        for (OdmElement check : item.children("RangeCheck")) {
            String oid = item.oid() + ".RC" + ++number;
            checks.add(check(item, check, oid));
        }
        return checks;
    }

    private OdmElement check(OdmElement item, OdmElement check, String oid) {
        OdmDraft draft =
                new OdmDraft("RangeCheck", check).copy(check, "SoftHard").set("cb:OID", oid);
        if (check.child("FormalExpression").isPresent()) {
            formulas.check(item, check)
                    .ifPresentOrElse(
                            cel -> draft.add(Formulas.expression(check.line(), cel)),
                            () -> check.children("FormalExpression")
                                    .forEach(text -> draft.add(Formulas.asItStands(text))));
            return draft.texts("ErrorMessage", message(item, check)).done();
        }
        try {
            refuseOtherUnit(item, check);
            compare(item, check, draft);
        } catch (NotCertain unclear) {
            return kept(item, check, draft, unclear);
        }
        return draft.texts("ErrorMessage", message(item, check)).done();
    }

    /** Keeps the check as it stands; of a number that is compared with none, which would be a fault, the text of it. */
    private OdmElement kept(OdmElement item, OdmElement check, OdmDraft draft, NotCertain unclear) {
        List<String> values = values(check);
        remarks.add(
                Remark.Kind.KEPT,
                check,
                "The check %s %s was kept as text and does not run, since %s.",
                check.find("Comparator").orElse(""),
                Texts.shortened(String.join(", ", values)),
                unclear.getMessage());
        if (kind(item) == Term.Kind.NUMBER) {
            draft.add(new OdmDraft("FormalExpression", check)
                    .set("Context", "ODM 1.3")
                    .add(new OdmDraft("Code", check).text(inWords(check, values))));
        } else {
            draft.copy(check, "Comparator");
            values.forEach(value -> draft.add(new OdmDraft("CheckValue", check).text(value)));
        }
        return draft.texts("ErrorMessage", Texts.of(check, "ErrorMessage")).done();
    }

    private static String inWords(OdmElement check, List<String> values) {
        String unit = check.child("MeasurementUnitRef")
                .map(OdmElement::oid)
                .map(" "::concat)
                .orElse("");
        return (check.find("Comparator").orElse("") + " " + String.join(", ", values)).strip() + unit;
    }

    private Term.Kind kind(OdmElement item) {
        return new ItemNames(version, Set.of()).term(item, item.oid()).kind();
    }

    private static void refuseOtherUnit(OdmElement item, OdmElement check) {
        String unit = check.child("MeasurementUnitRef").map(OdmElement::oid).orElse(null);
        String own = item.child("MeasurementUnitRef").map(OdmElement::oid).orElse(null);
        if (unit != null && !unit.equals(own)) {
            throw new NotCertain("its values are in another unit than the item's");
        }
    }

    private static List<String> values(OdmElement check) {
        return check.children("CheckValue").stream().map(OdmElement::text).toList();
    }

    private void compare(OdmElement item, OdmElement check, OdmDraft draft) {
        String comparator = check.find("Comparator").orElse("");
        List<String> values = values(check);
        if (!EXPECTED.containsKey(comparator)
                || values.isEmpty()
                || values.size() > 1 && !OF_MANY.contains(comparator)) {
            throw new NotCertain("its Comparator is missing or unknown, or does not fit the number of CheckValues");
        }
        Term term = new ItemNames(version, Set.of()).term(item, ExpressionName.of(item.oid()));
        if (term.kind() == Term.Kind.NUMBER) {
            if (!values.stream().allMatch(Term::isNumber)) {
                throw new NotCertain("it compares a number with something else");
            }
            draft.set("Comparator", comparator);
            values.forEach(value -> draft.add(new OdmDraft("CheckValue", check).text(value)));
        } else {
            draft.add(Formulas.expression(check.line(), expression(term, comparator, values)));
        }
    }

    private static String expression(Term term, String comparator, List<String> values) {
        if (!OF_MANY.contains(comparator)) {
            return term.compared(OPERATORS.get(comparator), Term.text(values.get(0)))
                    .cel();
        }
        boolean in = comparator.equals("IN");
        return values.stream()
                .map(value -> term.compared(in ? "==" : "!=", Term.text(value)).within(Term.COMPARED))
                .collect(Collectors.joining(in ? " || " : " && "));
    }

    private Map<String, String> message(OdmElement item, OdmElement check) {
        Map<String, String> given = Texts.of(check, "ErrorMessage");
        if (!given.isEmpty()) {
            return given;
        }
        Repair.ABSENT_MESSAGE.tell(remarks, check, "It has no ErrorMessage; one was made of what it expects.");
        String unit = item.child("MeasurementUnitRef")
                .flatMap(ref -> version.unit(ref.oid()))
                .map(found -> Texts.of(found, "Symbol").getOrDefault("en", ""))
                .filter(symbol -> !symbol.isEmpty())
                .map(symbol -> " " + symbol)
                .orElse("");
        String expected = EXPECTED.getOrDefault(check.find("Comparator").orElse(""), "another value")
                .formatted(String.join(", ", values(check)));
        return Texts.english("Expected: " + expected + unit + ".");
    }
}
