package org.casebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final Anchor INJECTION = new Anchor("SE.INJ", "F.INJ", "IT.DATE");

    private static final List<EventDefinition> EVENTS = List.of(
            event("SE.SCR", 1, null),
            event("SE.INJ", 2, days("SE.SCR", 21, 14, 28, SkippedAnchor.UNPLANNED)),
            event(
                    "SE.W2",
                    3,
                    new Timing(
                            "SE.INJ",
                            "F.INJ",
                            "IT.DATE",
                            Offset.ofDays(14),
                            Offset.ofDays(3),
                            Offset.ofDays(3),
                            OutsideWindow.REASON,
                            SkippedAnchor.PLANNED_DATE,
                            false,
                            null)),
            event("SE.M1", 4, days("SE.W2", 16, 13, 23, SkippedAnchor.PLANNED_DATE)),
            event("SE.M6", 5, days("SE.INJ", 182, 168, 196, SkippedAnchor.UNPLANNED)),
            event("SE.END", 6, null),
            new EventDefinition(
                    "SE.AE",
                    text("Adverse events"),
                    TranslatedText.NONE,
                    Kind.LOG,
                    null,
                    7,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    false));

    private final Map<String, RecordedVisit> visits = new HashMap<>();
    private final Map<Anchor, Captured> anchors = new HashMap<>();
    private LocalDate today = day("2026-03-01");
    private LocalDate ended;
    private LocalDate treatmentStopped;

    @Test
    void before_anything_is_recorded_the_first_visit_is_due_and_nothing_else_can_be_planned() {
        assertThat(states())
                .containsExactly(
                        "SE.SCR DUE",
                        "SE.INJ UNPLANNED",
                        "SE.W2 UNPLANNED",
                        "SE.M1 UNPLANNED",
                        "SE.M6 UNPLANNED",
                        "SE.END UNPLANNED");
    }

    @Test
    void windows_count_from_the_date_of_another_visit() {
        done("SE.SCR", "2026-03-01");
        assertThat(find("SE.INJ").window()).isEqualTo(window("2026-03-22", "2026-03-15", "2026-03-29"));
    }

    @Test
    void windows_count_from_a_captured_date_and_not_from_the_visit_it_stands_on() {
        done("SE.INJ", "2026-03-20");
        assertThat(find("SE.W2").window()).isNull();
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        assertThat(find("SE.W2").window()).isEqualTo(window("2026-04-05", "2026-04-02", "2026-04-08"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, PLANNED",
        "2026-04-02, DUE",
        "2026-04-05, DUE",
        "2026-04-08, DUE",
        "2026-04-09, OVERDUE",
    })
    void is_due_while_its_window_is_open_and_overdue_after(String on, VisitState expected) {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        today = day(on);
        assertThat(find("SE.W2").state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, EARLY",
        "2026-04-02, IN_WINDOW",
        "2026-04-05, IN_WINDOW",
        "2026-04-08, IN_WINDOW",
        "2026-04-09, LATE",
    })
    void a_date_is_early_in_or_late(String on, VisitState expected) {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        done("SE.W2", on);
        assertThat(find("SE.W2").state()).isEqualTo(expected);
        assertThat(find("SE.W2").state().tookPlace()).isTrue();
    }

    @Test
    void overdue_becomes_missed_once_a_later_visit_took_place() {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        today = day("2026-05-01");
        assertThat(find("SE.W2").state()).isEqualTo(VisitState.OVERDUE);
        done("SE.M6", "2026-04-30");
        assertThat(find("SE.W2").state()).isEqualTo(VisitState.MISSED);
    }

    @Test
    void the_planned_date_of_a_skipped_anchor_stands_in_where_the_study_says_so() {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        notDone("SE.W2");
        assertThat(find("SE.W2").state()).isEqualTo(VisitState.NOT_DONE);
        assertThat(find("SE.M1").window()).isEqualTo(window("2026-04-21", "2026-04-18", "2026-04-28"));
        notDone("SE.INJ");
        assertThat(find("SE.M6").state()).isEqualTo(VisitState.UNPLANNED);
    }

    @Test
    void an_undone_visit_that_is_only_late_is_no_day_zero() {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        today = day("2026-12-01");
        assertThat(find("SE.M1").window()).isNull();
    }

    @Test
    void events_that_wait_for_each_other_have_no_window() {
        List<EventDefinition> circle = List.of(
                event("A", 1, days("B", 1, 0, 2, SkippedAnchor.PLANNED_DATE)),
                event("B", 2, days("A", 1, 0, 2, SkippedAnchor.PLANNED_DATE)));
        notDone("A");
        notDone("B");
        assertThat(new Windows(circle, visits, anchors, ZoneOffset.UTC).of(circle.get(0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-15, 14, 2024-02-29", // a leap day
        "2023-02-15, 14, 2023-03-01",
        "2024-02-29, 365, 2025-02-28", // a year is counted in days
        "2024-02-29, 366, 2025-03-01",
        "2023-12-31, 1, 2024-01-01",
        "2026-03-01, -1, 2026-02-28",
        "2100-02-28, 1, 2100-03-01", // no leap year
    })
    void days_are_calendar_days(String anchor, int offset, String planned) {
        EventDefinition event = event("X", 2, days("SE.SCR", offset, offset, offset, SkippedAnchor.UNPLANNED));
        done("SE.SCR", anchor);
        List<EventDefinition> two = List.of(EVENTS.get(0), event);
        assertThat(new Windows(two, visits, anchors, ZoneOffset.UTC)
                        .of(event)
                        .orElseThrow()
                        .planned())
                .isEqualTo(day(planned));
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08T06:59:59Z, 2026-03-08", // an hour before clocks go forward
        "America/New_York, 2026-03-09T03:59:59Z, 2026-03-08",
        "America/New_York, 2026-03-09T04:00:00Z, 2026-03-09",
        "Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-25", // the day has 25 hours
        "Europe/Berlin, 2026-10-25T23:00:00Z, 2026-10-26",
        "Pacific/Auckland, 2026-03-31T11:00:00Z, 2026-04-01",
    })
    void today_is_the_day_at_the_site_and_clock_changes_move_no_date(String zone, Instant instant, LocalDate local) {
        today = LocalDate.ofInstant(Clock.fixed(instant, ZoneId.of(zone)).instant(), ZoneId.of(zone));
        assertThat(today).isEqualTo(local);
        visits.put("SE.SCR", new RecordedVisit("SE.SCR", VisitStatus.DONE, local.minusDays(28), null));
        assertThat(find("SE.INJ").state()).isEqualTo(VisitState.DUE);
        assertThat(find("SE.INJ").window().latest()).isEqualTo(local);
        visits.put("SE.SCR", new RecordedVisit("SE.SCR", VisitStatus.DONE, local.minusDays(29), null));
        assertThat(find("SE.INJ").state()).isEqualTo(VisitState.OVERDUE);
    }

    @Test
    void after_the_end_open_visits_are_missed_before_it_and_not_expected_after_it() {
        anchors.put(INJECTION, Captured.on(day("2026-03-22")));
        done("SE.INJ", "2026-03-22");
        ended = day("2026-05-01");
        today = day("2026-06-01");
        assertThat(states())
                .containsExactly(
                        "SE.SCR NOT_EXPECTED",
                        "SE.INJ DONE",
                        "SE.W2 MISSED",
                        "SE.M1 NOT_EXPECTED",
                        "SE.M6 NOT_EXPECTED",
                        "SE.END DUE");
    }

    @Test
    void once_treatment_has_stopped_treatment_visits_are_not_expected_and_all_others_are() {
        EventDefinition dose = new EventDefinition(
                "SE.DOSE2",
                text("Dose 2"),
                TranslatedText.NONE,
                Kind.SCHEDULED,
                "EP",
                7,
                List.of(new EventDefinition.FormRef("F.EX", true, null)),
                days("SE.INJ", 28, 21, 35, SkippedAnchor.UNPLANNED),
                null,
                List.of(),
                false);
        done("SE.INJ", "2026-03-20");
        today = day("2026-11-01");
        treatmentStopped = day("2026-04-01");
        List<EventDefinition> events = List.of(EVENTS.get(0), EVENTS.get(1), EVENTS.get(4), dose);
        Plan plan = new Plan(
                events, visits, anchors, ZoneOffset.UTC, today, new Over(null, treatmentStopped, Set.of("F.EX")));
        assertThat(plan.find("SE.DOSE2").orElseThrow().state()).isEqualTo(VisitState.NOT_EXPECTED);
        assertThat(plan.find("SE.M6").orElseThrow().state()).isEqualTo(VisitState.OVERDUE);
        treatmentStopped = day("2026-05-01");
        plan = new Plan(
                events, visits, anchors, ZoneOffset.UTC, today, new Over(null, treatmentStopped, Set.of("F.EX")));
        assertThat(plan.find("SE.DOSE2").orElseThrow().state()).isEqualTo(VisitState.MISSED);
    }

    @Test
    void windows_count_from_the_day_of_randomisation_and_no_skipped_visit_stands_in_for_it() {
        EventDefinition week = event("SE.R7", 7, fromRandomization());
        List<EventDefinition> events = List.of(EVENTS.get(0), EVENTS.get(1), week);
        done("SE.SCR", "2026-03-01");
        notDone("SE.INJ");
        assertThat(new Windows(events, visits, anchors, ZoneOffset.UTC).of(week))
                .isEmpty();
        anchors.put(Anchor.RANDOMIZATION, Captured.on(day("2026-03-20")));
        assertThat(new Windows(events, visits, anchors, ZoneOffset.UTC).of(week))
                .contains(window("2026-03-27", "2026-03-26", "2026-03-28"));
    }

    private static Timing fromRandomization() {
        Offset day = Offset.ofDays(1);
        return new Timing(
                "SE.INJ",
                null,
                null,
                Offset.ofDays(7),
                day,
                day,
                OutsideWindow.OFF,
                SkippedAnchor.PLANNED_DATE,
                true,
                null);
    }

    @Test
    void a_window_that_only_plans_makes_due_and_overdue_and_judges_no_date() {
        anchors.put(Anchor.RANDOMIZATION, Captured.on(day("2026-03-20")));
        EventDefinition week = event("SE.R7", 7, fromRandomization());
        today = day("2026-03-28");
        assertThat(plan(List.of(week)).find("SE.R7").orElseThrow().state()).isEqualTo(VisitState.DUE);
        today = day("2026-03-29");
        assertThat(plan(List.of(week)).find("SE.R7").orElseThrow().state()).isEqualTo(VisitState.OVERDUE);
        done("SE.R7", "2026-03-29");
        assertThat(plan(List.of(week)).find("SE.R7").orElseThrow().state()).isEqualTo(VisitState.DONE);
    }

    private Plan plan(List<EventDefinition> events) {
        return new Plan(events, visits, anchors, ZoneOffset.UTC, today, new Over(null, null, Set.of()));
    }

    private List<String> states() {
        return plan().list().stream()
                .map(visit -> visit.event() + " " + visit.state())
                .toList();
    }

    private PlannedVisit find(String event) {
        return plan().find(event).orElseThrow();
    }

    private Plan plan() {
        return new Plan(
                EVENTS, visits, anchors, ZoneOffset.UTC, today, new Over(ended, treatmentStopped, Set.of("F.EX")));
    }

    private void done(String event, String date) {
        visits.put(event, new RecordedVisit(event, VisitStatus.DONE, day(date), null));
    }

    private void notDone(String event) {
        visits.put(event, new RecordedVisit(event, VisitStatus.NOT_DONE, null, "snow"));
    }

    private static EventDefinition event(String oid, int order, Timing timing) {
        return new EventDefinition(
                oid,
                text(oid),
                TranslatedText.NONE,
                Kind.SCHEDULED,
                "EP",
                order,
                List.of(),
                timing,
                null,
                List.of(),
                false);
    }

    private static Timing days(String anchor, int target, int earliest, int latest, SkippedAnchor skipped) {
        return new Timing(
                anchor,
                null,
                null,
                Offset.ofDays(target),
                Offset.ofDays(target - earliest),
                Offset.ofDays(latest - target),
                OutsideWindow.WARN,
                skipped,
                false,
                null);
    }

    private static Window window(String planned, String earliest, String latest) {
        return new Window(day(planned), day(earliest), day(latest));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static TranslatedText text(String english) {
        return TranslatedText.english(english);
    }
}
