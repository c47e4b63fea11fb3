package org.casebook.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.schedule.Anchor;
import org.casebook.schedule.Hours;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate DAY = LocalDate.parse("2026-03-20");
    private static final Anchor INJECTION = new Anchor("SE_DAY0", "INJ", "INJDAT");

    private StudyDefinition study;
    private final List<PlannedVisit> plan = new ArrayList<>();
    private Map<Anchor, LocalDate> anchors = Map.of();
    private LocalDate consent = DAY.minusDays(30);
    private LocalDate enrolled = DAY.minusDays(10);
    private LocalDate ended;
    private LocalDate treatmentStopped;
    private List<CriterionResult> criteria = List.of();

    @BeforeEach
    void read() throws IOException {
        study = StudyFiles.read("bmmsc-dmso.xml");
    }

    @Test
    void nothing_is_found_where_all_went_as_planned() {
        visit("SE_SCREEN", DAY.minusDays(20), VisitState.DONE, null);
        visit("SE_DAY0", DAY, VisitState.IN_WINDOW, window(0));
        anchors = Map.of(INJECTION, DAY);
        visit("SE_DAY1", null, VisitState.DUE, window(1));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_visit_outside_its_window_is_found_once_with_its_days() {
        visit("SE_WEEK2", DAY.plusDays(30), VisitState.LATE, window(14));
        visit("SE_DAY4", DAY.plusDays(1), VisitState.EARLY, window(4));
        assertThat(found())
                .containsExactly(
                        new Finding(
                                Kind.VISIT_LATE,
                                "SE_WEEK2",
                                "SE_WEEK2",
                                DAY.plusDays(30),
                                DAY.plusDays(13),
                                DAY.plusDays(15)),
                        new Finding(
                                Kind.VISIT_EARLY,
                                "SE_DAY4",
                                "SE_DAY4",
                                DAY.plusDays(1),
                                DAY.plusDays(3),
                                DAY.plusDays(5)));
    }

    @Test
    void a_visit_outside_its_hours_is_found_with_its_times() {
        ZonedDateTime from = DAY.atTime(6, 30).atZone(ZONE);
        Hours hours = new Hours(from.plusHours(4), from, from.plusHours(8));
        Window window = new Window(DAY, DAY, DAY, hours);
        plan.add(new PlannedVisit("SE_DAY1", "Day 1", window, DAY, VisitState.LATE, null, LocalTime.parse("14:31")));
        Finding found = found().get(0);
        assertThat(found.times())
                .isEqualTo(new Finding.Times(
                        LocalTime.parse("14:31"), LocalTime.parse("06:30"), LocalTime.parse("14:30")));
        plan.set(0, new PlannedVisit("SE_DAY1", "Day 1", window, DAY.plusDays(1), VisitState.LATE, null));
        assertThat(found().get(0).times()).isEqualTo(Finding.Times.NONE);
    }

    @Test
    void what_is_open_is_missed_by_a_later_visit_after_its_window_whatever_the_day_is() {
        visit("SE_DAY4", null, VisitState.DUE, window(4));
        visit("SE_WEEK2", DAY.plusDays(5), VisitState.IN_WINDOW, window(14));
        assertThat(found()).isEmpty();
        plan.clear();
        visit("SE_DAY4", null, VisitState.OVERDUE, window(4));
        visit("SE_WEEK2", DAY.plusDays(14), VisitState.IN_WINDOW, window(14));
        assertThat(kinds()).containsExactly("VISIT_MISSED SE_DAY4");
    }

    @Test
    void the_end_makes_missed_what_closed_before_it_and_nothing_after_it() {
        ended = DAY.plusDays(10);
        visit("SE_DAY4", null, VisitState.MISSED, window(4));
        visit("SE_WEEK2", null, VisitState.NOT_EXPECTED, window(14));
        visit("SE_MONTH3", null, VisitState.NOT_DONE, window(91));
        visit("SE_DAY1", null, VisitState.NOT_DONE, window(1));
        assertThat(kinds()).containsExactly("VISIT_MISSED SE_DAY4", "VISIT_NOT_DONE SE_DAY1");
    }

    @Test
    void of_who_was_never_enrolled_no_visit_is_missed() {
        enrolled = null;
        ended = DAY.plusDays(10);
        visit("SE_DAY0", null, VisitState.MISSED, window(0));
        visit("SE_SCREEN", null, VisitState.NOT_DONE, null);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_visit_before_one_that_the_plan_puts_earlier_is_found_unless_it_is_outside_its_window_anyway() {
        visit("SE_DAY4", DAY.plusDays(5), VisitState.IN_WINDOW, window(4));
        visit("SE_WEEK2", DAY.plusDays(3), VisitState.EARLY, window(14));
        assertThat(kinds()).containsExactly("VISIT_EARLY SE_WEEK2");
        plan.clear();
        visit("SE_DAY4", DAY.plusDays(5), VisitState.IN_WINDOW, window(4));
        visit("SE_WEEK2", DAY.plusDays(3), VisitState.DONE, null);
        visit("SE_UNSCH", DAY.plusDays(1), VisitState.DONE, null);
        assertThat(kinds()).containsExactly("VISIT_OUT_OF_ORDER SE_WEEK2");
    }

    @Test
    void consent_comes_before_visits_enrolment_and_treatment() {
        consent = DAY.plusDays(1);
        visit("SE_SCREEN", DAY, VisitState.DONE, null);
        visit("SE_DAY0", DAY.plusDays(1), VisitState.IN_WINDOW, window(1));
        anchors = Map.of(INJECTION, DAY);
        assertThat(kinds())
                .containsExactly(
                        "ENROLLED_BEFORE_CONSENT ",
                        "TREATED_BEFORE_CONSENT SE_DAY0/INJ/INJDAT",
                        "VISIT_BEFORE_CONSENT SE_SCREEN");
        consent = null;
        assertThat(kinds()).containsExactly("ENROLLED_BEFORE_CONSENT ");
    }

    @Test
    void treatment_comes_on_the_day_of_enrolment_or_later() {
        anchors = Map.of(INJECTION, enrolled);
        assertThat(found()).isEmpty();
        anchors = Map.of(INJECTION, enrolled.minusDays(1));
        assertThat(kinds()).containsExactly("TREATED_BEFORE_ENROLMENT SE_DAY0/INJ/INJDAT");
    }

    @Test
    void a_criterion_that_turns_after_enrolment_is_found_and_before_it_is_not() {
        criteria = List.of(
                new CriterionResult("CR_I1", "I1", Verdict.MET, "Adult"),
                new CriterionResult("CR_I2", "I2", Verdict.NOT_MET, "Pain"),
                new CriterionResult("CR_I3", "I3", Verdict.NOT_YET, "MRI"));
        assertThat(kinds()).containsExactly("CRITERION_NOT_MET CR_I2", "CRITERION_OPEN CR_I3");
        enrolled = null;
        assertThat(found()).isEmpty();
    }

    @Test
    void where_nobody_is_randomised_eligibility_signed_after_enrolment_is_late() {
        assertThat(late(study)).doesNotContain("ELIGIBILITY_LATE ");
        study = notRandomised();
        assertThat(late(study)).contains("ELIGIBILITY_LATE ");
    }

    private StudyDefinition notRandomised() {
        return new StudyDefinition(
                study.oid(),
                study.name(),
                study.description(),
                study.versionOid(),
                study.versionName(),
                study.languages(),
                study.arms(),
                study.epochs(),
                study.events(),
                study.forms(),
                study.codeLists(),
                study.units(),
                study.conditions(),
                study.methods(),
                study.criteria(),
                null,
                List.of(),
                study.source());
    }

    private List<String> late(StudyDefinition of) {
        return EntryFindings.all(new Conduct(participant(), of, plan, anchors, enrolled, ZONE, true)).stream()
                .map(found -> found.kind() + " " + found.about())
                .toList();
    }

    private List<String> kinds() {
        return found().stream().map(found -> found.kind() + " " + found.about()).toList();
    }

    private List<Finding> found() {
        return EntryFindings.all(new Conduct(participant(), study, plan, anchors, enrolled, ZONE, false));
    }

    private Participant participant() {
        Gate gate = new Gate(
                consent,
                criteria,
                new Gate.EligibilitySignature("Ines Vega", Instant.parse("2026-03-15T10:00:00Z"), null, null));
        return new Participant(
                1,
                "BMMSC",
                "101",
                "101-001",
                SubjectStatus.RANDOMIZED,
                1,
                Instant.parse("2026-02-01T10:00:00Z"),
                gate,
                null,
                ended == null ? null : new Participant.Ended(ended, "moved away"),
                treatmentStopped == null ? null : new Participant.Stopped(treatmentStopped, null),
                false);
    }

    private void visit(String event, LocalDate date, VisitState state, Window window) {
        plan.add(new PlannedVisit(event, event, window, date, state, null));
    }

    private static Window window(int days) {
        LocalDate planned = DAY.plusDays(days);
        return new Window(planned, planned.minusDays(1), planned.plusDays(1));
    }
}
