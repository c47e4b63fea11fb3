package org.casebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.odm.OdmPart;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;
import org.junit.jupiter.api.Test;

class CellPolicyTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final EventDefinition EVENT = new EventDefinition(
            "SE",
            text("Week 2"),
            TranslatedText.NONE,
            Kind.SCHEDULED,
            "EP",
            1,
            List.of(
                    new FormRef("PAIN", true, null),
                    new FormRef("INJ", true, null),
                    new FormRef("ODI", true, "C_SKIP"),
                    new FormRef("EXTRA", false, null)),
            null,
            null,
            List.of(),
            false);
    private static final CellPolicy POLICY = new CellPolicy(study(), Collected.NONE);

    private final List<FormRow> forms = new ArrayList<>();

    @Test
    void without_forms_and_date_the_visit_speaks() {
        assertThat(cell(VisitState.OVERDUE).state()).isEqualTo("OVERDUE");
        assertThat(cell(VisitState.OVERDUE).punctual()).isNull();
        assertThat(cell(VisitState.NOT_DONE).state()).isEqualTo("NOT_DONE");
    }

    @Test
    void a_visit_that_took_place_is_started_until_its_unconditional_forms_are_complete() {
        assertThat(cell(VisitState.LATE).state()).isEqualTo("STARTED");
        assertThat(cell(VisitState.LATE).punctual()).isEqualTo("LATE");
        add("PAIN", "COMPLETE", null);
        assertThat(cell(VisitState.LATE).state()).isEqualTo("STARTED");
        add("INJ", "COMPLETE", null);
        assertThat(cell(VisitState.LATE).state()).isEqualTo("COMPLETE");
        assertThat(cell(VisitState.LATE).complete()).isEqualTo(2);
        assertThat(cell(VisitState.LATE).needed()).isEqualTo(2);
        add("EXTRA", "STARTED", null);
        assertThat(cell(VisitState.LATE).state()).isEqualTo("STARTED");
        assertThat(cell(VisitState.LATE).needed()).isEqualTo(3);
    }

    @Test
    void a_form_under_a_condition_counts_when_its_condition_says_that_it_is_collected() {
        CellPolicy policy = new CellPolicy(study(), new Collected(Set.of("SE/ODI", "SE/EXTRA")));
        add("PAIN", "COMPLETE", null);
        add("INJ", "COMPLETE", null);
        assertThat(cell(policy, VisitState.LATE).state()).isEqualTo("STARTED");
        assertThat(cell(policy, VisitState.LATE).needed()).isEqualTo(3);
        assertThat(policy.missing(EVENT, forms)).extracting(FormRef::formOid).containsExactly("ODI");
        add("ODI", "COMPLETE", null);
        assertThat(cell(policy, VisitState.LATE).state()).isEqualTo("COMPLETE");
    }

    @Test
    void is_signed_when_every_form_that_wants_a_signature_has_one() {
        add("PAIN", "COMPLETE", null);
        add("INJ", "COMPLETE", true);
        assertThat(cell(VisitState.IN_WINDOW).state()).isEqualTo("SIGNED");
    }

    @Test
    void a_broken_signature_comes_before_everything_else() {
        add("PAIN", "STARTED", null);
        add("INJ", "COMPLETE", false);
        assertThat(cell(VisitState.IN_WINDOW).state()).isEqualTo("SIGNATURE_BROKEN");
    }

    @Test
    void is_locked_when_all_its_forms_are() {
        forms.add(new FormRow(1, "101", "101-001", "SE", "PAIN", null, "COMPLETE", true, 0, 0, null));
        add("INJ", "COMPLETE", true);
        assertThat(cell(VisitState.DONE).state()).isEqualTo("SIGNED");
        forms.set(1, new FormRow(2, "101", "101-001", "SE", "INJ", null, "COMPLETE", true, 0, 0, true));
        assertThat(cell(VisitState.DONE).state()).isEqualTo("LOCKED");
    }

    @Test
    void counts_queries_that_are_not_closed_and_shows_the_planned_date_until_there_is_one() {
        forms.add(new FormRow(1, "101", "101-001", "SE", "PAIN", null, "STARTED", false, 2, 1, null));
        assertThat(cell(VisitState.DUE).openQueries()).isEqualTo(3);
        assertThat(cell(VisitState.DUE).date()).isEqualTo(DAY);
    }

    private Matrix.Cell cell(VisitState state) {
        return cell(POLICY, state);
    }

    private Matrix.Cell cell(CellPolicy policy, VisitState state) {
        LocalDate date = state.tookPlace() ? DAY.plusDays(9) : null;
        PlannedVisit visit =
                new PlannedVisit("SE", "Week 2", new Window(DAY, DAY.minusDays(3), DAY.plusDays(3)), date, state, null);
        return policy.cell(visit, forms);
    }

    private void add(String form, String state, Boolean signature) {
        forms.add(new FormRow(forms.size() + 1, "101", "101-001", "SE", form, null, state, false, 0, 0, signature));
    }

    private static StudyDefinition study() {
        Map<String, FormDefinition> forms = new LinkedHashMap<>();
        for (String oid : List.of("PAIN", "INJ", "ODI", "EXTRA")) {
            forms.put(
                    oid,
                    new FormDefinition(
                            oid,
                            text(oid),
                            TranslatedText.NONE,
                            false,
                            Purpose.DATA,
                            oid.equals("INJ"),
                            List.of(),
                            null));
        }
        return new StudyDefinition(
                "S",
                "S",
                TranslatedText.NONE,
                "S.1",
                "1",
                List.of("en"),
                List.of(),
                List.of(),
                List.of(EVENT),
                forms,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                List.of(),
                OdmPart.NONE);
    }

    private static TranslatedText text(String english) {
        return TranslatedText.english(english);
    }
}
