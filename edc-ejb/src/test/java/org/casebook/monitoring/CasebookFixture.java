package org.casebook.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.OdmPart;
import org.casebook.rules.DataType;

/** A small study of one visit with a signed pain form and an end-of-study form, and forms filled in it. */
public final class CasebookFixture {

    public static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
    public static final String VISIT = "SE_BASELINE";
    public static final String PAIN = "F_PAIN";
    public static final String END = "F_END";

    private CasebookFixture() {}

    public static StudyDefinition study() {
        return study("Pain now");
    }

    public static StudyDefinition study(String painLabel) {
        CodeListDefinition sides = new CodeListDefinition(
                "CL_SIDE",
                TranslatedText.english("Side"),
                List.of(
                        new CodeListDefinition.CodeListItem("L", TranslatedText.english("Left"), 1),
                        new CodeListDefinition.CodeListItem("R", TranslatedText.english("Right"), 2)));
        FormDefinition pain = form(
                PAIN,
                "Pain",
                FormDefinition.Purpose.DATA,
                true,
                item("I_NOW", painLabel, DataType.INTEGER, null, true),
                item("I_SIDE", "Side", DataType.CHOICE, sides, false),
                item("I_WHY", "If both, why", DataType.TEXT, null, true));
        FormDefinition end = form(
                END,
                "End of study",
                FormDefinition.Purpose.END_OF_STUDY,
                false,
                item("I_END", "Date of end", DataType.DATE, null, false));
        EventDefinition visit = new EventDefinition(
                VISIT,
                TranslatedText.english("Baseline"),
                TranslatedText.NONE,
                EventDefinition.Kind.SCHEDULED,
                null,
                1,
                List.of(new EventDefinition.FormRef(PAIN, true, null), new EventDefinition.FormRef(END, false, null)),
                null,
                null,
                List.of(),
                false);
        return new StudyDefinition(
                "TRIAL",
                "Trial",
                TranslatedText.NONE,
                "V1",
                "First",
                List.of("en"),
                List.of(),
                List.of(),
                List.of(visit),
                Map.of(PAIN, pain, END, end),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                List.of(),
                OdmPart.NONE);
    }

    public static FormState painForm(FormState.State state, Map<String, ItemState> items) {
        return form(7, PAIN, state, items);
    }

    public static FormState form(long id, String form, FormState.State state, Map<String, ItemState> items) {
        return new FormState(id, "TRIAL", "101", "101-001", VISIT, form, null, 1, state, false, 3, DAY, DAY, items);
    }

    public static ItemState typed(String text) {
        return new ItemState(text, text, null, null, true, 2, List.of(), false);
    }

    public static ItemState blank(String why) {
        return new ItemState(null, null, null, why, true, 1, List.of(), false);
    }

    public static ItemState hidden(String text) {
        return new ItemState(text, text, null, null, true, 1, List.of(), true);
    }

    private static FormDefinition form(
            String oid, String name, FormDefinition.Purpose purpose, boolean signed, ItemDefinition... items) {
        SectionDefinition section =
                new SectionDefinition(null, TranslatedText.NONE, TranslatedText.NONE, List.of(items));
        return new FormDefinition(
                oid, TranslatedText.english(name), TranslatedText.NONE, false, purpose, signed, List.of(section), null);
    }

    private static ItemDefinition item(
            String oid, String question, DataType type, CodeListDefinition codes, boolean critical) {
        return new ItemDefinition(
                oid,
                oid,
                TranslatedText.english(question),
                TranslatedText.NONE,
                type,
                null,
                null,
                null,
                codes,
                false,
                null,
                List.of(),
                null,
                ItemDefinition.Role.NONE,
                critical,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
