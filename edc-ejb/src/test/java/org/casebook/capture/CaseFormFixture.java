package org.casebook.capture;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.kernel.Scope;
import org.casebook.odm.OdmPart;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.ItemRule;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.RangeCheck;

/** A small form: AGE (mandatory, from 18), SEX, PREG (only for women), A and B with their sum, LIMIT from another form. */
final class CaseFormFixture {

    static final Scope PLACE = Scope.of("S", "101");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    static final Map<String, DataType> NAMES = Map.of(
            "AGE", DataType.INTEGER,
            "SEX", DataType.TEXT,
            "PREG", DataType.BOOLEAN,
            "A", DataType.DECIMAL,
            "B", DataType.DECIMAL,
            "SUM", DataType.CALCULATED,
            "OTHER.LIMIT", DataType.DECIMAL);

    private static final RangeCheck ADULT = new RangeCheck(RangeCheck.Comparator.GE, List.of(BigDecimal.valueOf(18)));

    private CaseFormFixture() {}

    static CaseForm form() {
        return new CaseForm(PLACE, new CaseForm.Seat("101-001", "V1", "F", null, 1), judge()::judge, NOW);
    }

    static FormJudge judge() {
        return new FormJudge(study(), definition(), rules(), org.casebook.rules.Values.NONE, () -> null);
    }

    static FormDefinition definition() {
        return new FormDefinition(
                "F",
                TranslatedText.english("Form"),
                TranslatedText.NONE,
                false,
                FormDefinition.Purpose.DATA,
                false,
                List.of(new SectionDefinition(
                        null,
                        TranslatedText.NONE,
                        TranslatedText.NONE,
                        List.of(
                                item("AGE", DataType.INTEGER, true, adult()),
                                item("SEX", DataType.TEXT, false),
                                conditional("PREG"),
                                item("A", DataType.DECIMAL, false),
                                item("B", DataType.DECIMAL, false),
                                derived("SUM")))),
                null);
    }

    static FormRules rules() {
        return new FormRules(List.of(
                rule("AGE", DataType.INTEGER, null, null, new CheckRule("ADULT", true, ADULT, null)),
                rule("SEX", DataType.TEXT, null, null),
                rule("PREG", DataType.BOOLEAN, Expression.condition("SEX != 'F'", NAMES), null),
                rule(
                        "A",
                        DataType.DECIMAL,
                        null,
                        null,
                        new CheckRule("BELOW", false, null, Expression.condition("A <= OTHER.LIMIT", NAMES))),
                rule("B", DataType.DECIMAL, null, null),
                rule("SUM", DataType.CALCULATED, null, Expression.derivation("A + B", NAMES, DataType.CALCULATED))));
    }

    static StudyDefinition study() {
        return new StudyDefinition(
                "S",
                "S",
                TranslatedText.NONE,
                "V",
                "V",
                List.of("en"),
                List.of(),
                List.of(),
                List.of(),
                Map.of("F", definition()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                List.of(),
                OdmPart.NONE);
    }

    /** Types a text as the save path does. */
    static FormDocument type(CaseForm form, String item, String text, String reason) {
        return type(form, entry(form, item, text, reason));
    }

    static FormDocument type(CaseForm form, Entry entry) {
        ItemState held = form.document().item(entry.item());
        var reading = definition().item(entry.item()).shape().read(entry.text());
        String value = reading.value() == null ? null : reading.value().text();
        ItemState entered = held.typed(entry.text(), value, null, entry.leftBlank(), reading.isUnderstood());
        return form.correct(entry, entered, judge()::judge, NOW);
    }

    static Entry entry(CaseForm form, String item, String text, String reason) {
        return new Entry(
                "key", item, text, null, null, form.document().item(item).revision(), reason);
    }

    private static CheckDefinition adult() {
        return new CheckDefinition(
                "ADULT",
                CheckDefinition.Severity.HARD,
                ADULT,
                null,
                TranslatedText.english("Participants are adults."));
    }

    static ItemRule rule(String item, DataType type, Expression exception, Expression derivation, CheckRule... checks) {
        return new ItemRule(item, type, null, exception, derivation, List.of(checks));
    }

    private static ItemDefinition item(String oid, DataType type, boolean mandatory, CheckDefinition... checks) {
        return item(oid, type, mandatory, null, null, checks);
    }

    private static ItemDefinition conditional(String oid) {
        return item(oid, DataType.BOOLEAN, true, "NOT_FEMALE", null);
    }

    private static ItemDefinition derived(String oid) {
        return item(oid, DataType.CALCULATED, false, null, "SUMMING");
    }

    private static ItemDefinition item(
            String oid, DataType type, boolean mandatory, String condition, String method, CheckDefinition... checks) {
        return new ItemDefinition(
                oid,
                oid,
                TranslatedText.english("What is " + oid + "?"),
                TranslatedText.NONE,
                type,
                null,
                null,
                null,
                null,
                mandatory,
                condition,
                List.of(checks),
                method,
                ItemDefinition.Role.NONE,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
