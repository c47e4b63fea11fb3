package org.casebook.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.casebook.odm.Decimal;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.rules.DataType;
import org.casebook.rules.RangeCheck;
import org.casebook.rules.RangeCheck.Comparator;

/** Reads the checks of an item that run; the others stay in the file, with a remark. */
final class CheckReader {

    private final Faults faults;
    private final Remarks remarks;

    CheckReader(Faults faults, Remarks remarks) {
        this.faults = faults;
        this.remarks = remarks;
    }

    List<CheckDefinition> read(OdmElement item, DataType type) {
        List<CheckDefinition> checks = new ArrayList<>();
        int place = 0;
        for (OdmElement check : item.children("RangeCheck")) {
            place++;
            if (runs(check, type)) {
                checks.add(check(item, check, place));
            }
        }
        return checks;
    }

    private boolean runs(OdmElement check, DataType type) {
        boolean written = check.child("FormalExpression").isPresent();
        String why = null;
        if (check.find("ItemOID").isPresent()) {
            why = "it looks at another item";
        } else if (written && check.cel().isEmpty()) {
            why = "its expression is not in CEL (FormalExpression with Context “cel”)";
        } else if (!written && !type.isNumber()) {
            why = "only numbers are compared by Comparator and CheckValue; write an expression instead";
        } else if (written && check.find("Comparator").isPresent()) {
            why = "it has both a Comparator and an expression";
        }
        if (why != null) {
            remarks.add(Remark.Kind.KEPT, check, "The check is kept as text and does not run: %s.", why);
        }
        return why == null;
    }

    private CheckDefinition check(OdmElement item, OdmElement check, int place) {
        boolean written = check.child("FormalExpression").isPresent();
        RangeCheck range = written ? null : range(check);
        CheckDefinition.Severity severity =
                "Soft".equals(check.get("SoftHard")) ? CheckDefinition.Severity.SOFT : CheckDefinition.Severity.HARD;
        return new CheckDefinition(
                oid(item, check, place), severity, range, written ? check.cel() : null, message(check, range));
    }

    private String oid(OdmElement item, OdmElement check, int place) {
        return check.findOwn("OID").orElseGet(() -> {
            String made = item.get("OID") + ".RC" + place;
            remarks.add(
                    Remark.Kind.REPAIRED,
                    check,
                    "The check has no cb:OID, by which its queries are kept apart; it goes by %s, its place. Give it one "
                            + "before another version moves it.",
                    made);
            return made;
        });
    }

    private TranslatedText message(OdmElement check, RangeCheck range) {
        TranslatedText message = new TranslatedText(check.texts("ErrorMessage"));
        if (!message.isEmpty()) {
            return message;
        }
        if (range == null) {
            faults.add(check, "A check needs an ErrorMessage that says what is wrong.");
            return TranslatedText.NONE;
        }
        remarks.add(
                Remark.Kind.REPAIRED,
                check,
                "The check has no ErrorMessage; it names the item, what was entered and the range that is expected.");
        return TranslatedText.NONE;
    }

    private RangeCheck range(OdmElement check) {
        List<BigDecimal> values = check.children("CheckValue").stream()
                .map(value -> number(value, value.text()))
                .toList();
        try {
            return new RangeCheck(Comparator.valueOf(String.valueOf(check.get("Comparator"))), values);
        } catch (IllegalArgumentException unusable) {
            faults.add(check, "The Comparator is missing or unknown, or the number of CheckValues does not fit it.");
            return null;
        }
    }

    private BigDecimal number(OdmElement element, String text) {
        return Decimal.of(text).orElseGet(() -> {
            faults.add(element, "“%s” is not a number of at most 30 digits before and after the point.", text);
            return BigDecimal.ZERO;
        });
    }
}
