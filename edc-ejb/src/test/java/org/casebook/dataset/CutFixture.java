package org.casebook.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.OdmPart;
import org.casebook.rules.DataType;
import org.casebook.rules.RangeCheck;
import org.casebook.veil.Veil;

/** A small study with one of everything a dataset must carry: choice, unit, check, condition, method, log, blinded item. */
final class CutFixture {

    static final long VERSION = 7;
    static final Instant LOCKED = Instant.parse("2026-03-01T10:00:00Z");

    private static final StudyDefinition.Unit KG =
            new StudyDefinition.Unit("U.KG", text("kilogram"), "kg", "U.KG", BigDecimal.ONE, BigDecimal.ZERO);
    private static final CodeListDefinition SEX = new CodeListDefinition(
            "CL.SEX",
            text("Sex"),
            List.of(
                    new CodeListDefinition.CodeListItem("F", text("Female"), 1),
                    new CodeListDefinition.CodeListItem("M", text("Male"), 2)));
    private static final CheckDefinition HEAVY = new CheckDefinition(
            "CH.HEAVY",
            CheckDefinition.Severity.HARD,
            new RangeCheck(RangeCheck.Comparator.LE, List.of(new BigDecimal("300"))),
            null,
            text("At most 300 kg."));
    private static final CheckDefinition CEL = new CheckDefinition(
            "CH.CEL", CheckDefinition.Severity.SOFT, null, "I_WEIGHT > 30.0", text("Is that \"right\" & < 30?"));

    private CutFixture() {}

    static TranslatedText text(String english) {
        return TranslatedText.english(english);
    }

    static Cut cut(boolean blinded) {
        return new Cut(
                "TRIAL",
                LOCKED,
                true,
                "0.1.0",
                List.of(new Cut.Version(VERSION, LocalDate.of(2025, 1, 1), study())),
                List.of(new Cut.SiteRow("101", "North", "Europe/Berlin")),
                List.of("Approval"),
                blinding(blinded));
    }

    static Cut.Blinding blinding(boolean inForce) {
        return new Cut.Blinding(inForce ? Veil.of(study(), new StudyRules(study())) : Veil.NONE);
    }

    static StudyDefinition study() {
        ItemDefinition weight = item("I.WEIGHT", "WEIGHT", DataType.DECIMAL, null, KG, List.of(HEAVY, CEL), false);
        ItemDefinition sex = item("I.SEX", "SEX", DataType.CHOICE, SEX, null, List.of(), false);
        ItemDefinition remark = item("I.REMARK", "REMARK", DataType.LONG_TEXT, null, null, List.of(), false);
        ItemDefinition vial = item("I.VIAL", "VIAL", DataType.TEXT, null, null, List.of(), true);
        ItemDefinition since = item("I.SINCE", "SINCE", DataType.PARTIAL_DATE, null, null, List.of(), false);
        Map<String, FormDefinition> forms = new LinkedHashMap<>();
        forms.put("F.DM", form("F.DM", false, List.of(weight, sex, remark, vial)));
        forms.put("F.CM", form("F.CM", true, List.of(since, remark)));
        return new StudyDefinition(
                "TRIAL",
                "Trial",
                TranslatedText.NONE,
                "V1",
                "Version 1",
                List.of("en"),
                List.of(new StudyDefinition.Arm("A", text("Secret arm"), TranslatedText.NONE)),
                List.of(),
                events(),
                forms,
                Map.of("CL.SEX", SEX),
                Map.of("U.KG", KG),
                Map.of("C.X", new StudyDefinition.Condition("C.X", text("Never"), "false")),
                Map.of("M.X", new StudyDefinition.Method("M.X", text("Sum"), TranslatedText.NONE, "1.0 + 1.0")),
                List.of(),
                (RandomizationDefinition) null,
                List.of(),
                OdmPart.NONE);
    }

    private static List<EventDefinition> events() {
        EventDefinition.FormRef dm = new EventDefinition.FormRef("F.DM", true, null);
        EventDefinition.FormRef cm = new EventDefinition.FormRef("F.CM", false, null);
        return List.of(
                new EventDefinition(
                        "E.BASE",
                        text("Baseline"),
                        TranslatedText.NONE,
                        EventDefinition.Kind.SCHEDULED,
                        null,
                        1,
                        List.of(dm),
                        null,
                        null,
                        List.of(),
                        false),
                new EventDefinition(
                        "E.LOG",
                        text("Logs"),
                        TranslatedText.NONE,
                        EventDefinition.Kind.LOG,
                        null,
                        2,
                        List.of(cm),
                        null,
                        null,
                        List.of(),
                        false));
    }

    private static FormDefinition form(String oid, boolean log, List<ItemDefinition> items) {
        SectionDefinition section = new SectionDefinition(null, TranslatedText.NONE, TranslatedText.NONE, items);
        return new FormDefinition(
                oid,
                text("Form " + oid),
                TranslatedText.NONE,
                log,
                FormDefinition.Purpose.DATA,
                true,
                List.of(section),
                null);
    }

    private static ItemDefinition item(
            String oid,
            String name,
            DataType type,
            CodeListDefinition codes,
            StudyDefinition.Unit unit,
            List<CheckDefinition> checks,
            boolean blinded) {
        return new ItemDefinition(
                oid,
                name,
                text("Question " + name),
                TranslatedText.NONE,
                type,
                null,
                null,
                unit,
                codes,
                true,
                null,
                checks,
                null,
                ItemDefinition.Role.NONE,
                true,
                blinded,
                null,
                null,
                null,
                null,
                null,
                List.of(new ItemDefinition.Alias("CDASH", name)));
    }

    static CaseRow form(Map<String, CaseRow.Cell> cells) {
        CaseRow.Place place = new CaseRow.Place("101", "101-001", "E.BASE", LocalDate.of(2025, 5, 6), "F.DM", null);
        CaseRow.Seal seal =
                new CaseRow.Seal("u-1", "Ida Vest", "Approval", Instant.parse("2025-05-07T08:00:00Z"), "101");
        return new CaseRow(1, place, study(), "COMPLETE", true, seal, null, cells);
    }

    static CaseRow logRow(Map<String, CaseRow.Cell> cells) {
        CaseRow.Place place = new CaseRow.Place("101", "101-001", "E.LOG", null, "F.CM", 2);
        return new CaseRow(2, place, study(), "STARTED", true, null, null, cells);
    }

    /** A cell whose text is its value. */
    static CaseRow.Cell typed(String text) {
        return new CaseRow.Cell(text, text, null, null, true);
    }
}
