package org.casebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.EventDefinition.Clock;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows in hours are judged by the minutes that elapsed at the site, once both times are known. */
class HoursTest {

    private static final Anchor INJECTED_ON = new Anchor("SE.INJ", "F.INJ", "IT.DATE");
    private static final Anchor INJECTED_AT = new Anchor("SE.INJ", "F.INJ", "IT.TIME");
    private static final Anchor CALLED_AT = new Anchor("SE.CALL", "F.CALL", "IT.CALLED");
    private static final Clock CLOCK = new Clock("F.INJ", "IT.TIME", "F.CALL", "IT.CALLED");

    private final Map<String, RecordedVisit> visits = new HashMap<>();
    private final Map<Anchor, Captured> anchors = new HashMap<>();
    private ZoneId zone = ZoneId.of("Europe/Stockholm");
    private Timing timing = timing("PT24H", "PT4H", "PT4H", OutsideWindow.WARN, CLOCK);

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T12:30, EARLY", // 2 hours after
        "2026-03-17T06:29, EARLY",
        "2026-03-17T06:30, IN_WINDOW",
        "2026-03-17T14:30, IN_WINDOW",
        "2026-03-17T14:31, LATE",
        "2026-03-18T09:30, LATE", // 47 hours after
    })
    void twenty_hours_to_twenty_eight_and_not_a_minute_more(LocalDateTime called, VisitState expected) {
        injected("2026-03-16T10:30");
        called(called);
        assertThat(call().state()).isEqualTo(expected);
        assertThat(call().time()).isEqualTo(called.toLocalTime());
        assertThat(call().timed()).isTrue();
    }

    /** In the night of the switch the clock shows 23 or 25 hours more when 24 have elapsed. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, 2026-03-28T10:30, 2026-03-29T11:30", // forward
        "Europe/Stockholm, 2026-10-24T10:30, 2026-10-25T09:30", // back
        "Europe/Stockholm, 2026-03-28T02:30, 2026-03-29T03:30", // to an hour that there is not
        "America/New_York, 2026-03-07T23:00, 2026-03-09T00:00", // over midnight by the switch alone
        "America/New_York, 2026-11-01T00:30, 2026-11-01T23:30",
        "Australia/Lord_Howe, 2026-10-03T12:00, 2026-10-04T12:30", // by half an hour
        "Pacific/Kiritimati, 2026-03-28T10:30, 2026-03-29T10:30", // UTC+14
        "Etc/GMT+12, 2026-10-24T10:30, 2026-10-25T10:30", // UTC-12
        "Europe/Stockholm, 2028-02-28T00:00, 2028-02-29T00:00",
        "Europe/Stockholm, 2026-12-31T00:00, 2027-01-01T00:00",
    })
    void twenty_four_hours_are_hours_that_elapse(String site, LocalDateTime injected, LocalDateTime planned) {
        zone = ZoneId.of(site);
        timing = timing("PT24H", "PT0H", "PT0H", OutsideWindow.WARN, CLOCK);
        injected(injected.toString());
        assertThat(window().hours().planned().toLocalDateTime()).isEqualTo(planned);
        assertThat(window().planned()).isEqualTo(planned.toLocalDate());
        called(planned);
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
        called(planned.minusMinutes(1));
        assertThat(call().state()).isEqualTo(VisitState.EARLY);
        called(planned.plusMinutes(1));
        assertThat(call().state()).isEqualTo(VisitState.LATE);
    }

    /** A time that happens twice is the first; a day is a day of the calendar. */
    @Test
    void days_go_by_the_calendar_and_hours_by_the_clock_that_elapses() {
        timing = timing("P1DT2H", "PT1H", "PT1H", OutsideWindow.WARN, CLOCK);
        injected("2026-10-24T01:00");
        assertThat(window().hours().planned().toLocalDateTime()).isEqualTo("2026-10-25T02:00");
        assertThat(window().hours().earliest().toInstant()).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(window().hours().latest().toInstant()).isEqualTo("2026-10-25T02:00:00Z");
        called(LocalDateTime.parse("2026-10-25T02:30"));
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
    }

    @Test
    void seconds_do_not_count() {
        injected("2026-03-16T10:30:59");
        called(LocalDateTime.parse("2026-03-17T14:30:59"));
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(window().hours().latest().toLocalDateTime()).isEqualTo("2026-03-17T14:30");
    }

    @Test
    void the_days_of_a_window_are_those_of_its_hours() {
        injected("2026-03-16T22:00");
        assertThat(window().planned()).isEqualTo("2026-03-17");
        assertThat(window().earliest()).isEqualTo("2026-03-17");
        assertThat(window().latest()).isEqualTo("2026-03-18");
    }

    /** From the first day on which it can fall to the last, as long as nobody knows better. */
    @Test
    void while_the_time_of_day_zero_is_missing_it_is_judged_by_days() {
        anchors.put(INJECTED_ON, Captured.on(LocalDate.parse("2026-03-16")));
        called(LocalDateTime.parse("2026-03-16T12:30"));
        assertThat(window()).isEqualTo(new Window(day("2026-03-17"), day("2026-03-16"), day("2026-03-18")));
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(call().timed()).isFalse();
    }

    @Test
    void while_the_time_of_the_visit_is_missing_its_date_is_held_against_the_days_of_the_hours() {
        injected("2026-03-16T10:30");
        called(LocalDateTime.parse("2026-03-17T23:00"));
        anchors.remove(CALLED_AT);
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(call().timed()).isFalse();
        called(LocalDateTime.parse("2026-03-18T09:30"));
        anchors.put(CALLED_AT, Captured.NOTHING);
        assertThat(call().state()).isEqualTo(VisitState.LATE);
    }

    @Test
    void a_time_without_the_date_of_day_zero_plans_nothing() {
        anchors.put(INJECTED_AT, Captured.at(LocalTime.parse("10:30")));
        assertThat(plan().find("SE.CALL").orElseThrow().window()).isNull();
    }

    @Test
    void without_named_times_hours_are_judged_by_days_as_ever() {
        timing = timing("PT24H", "PT4H", "PT4H", OutsideWindow.WARN, null);
        injected("2026-03-16T10:30");
        called(LocalDateTime.parse("2026-03-16T12:30"));
        assertThat(call().state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(call().time()).isNull();
    }

    @Test
    void a_window_that_only_plans_judges_no_time() {
        timing = timing("PT24H", "PT4H", "PT4H", OutsideWindow.OFF, CLOCK);
        injected("2026-03-16T10:30");
        called(LocalDateTime.parse("2026-03-18T10:30"));
        assertThat(call().state()).isEqualTo(VisitState.DONE);
    }

    @Test
    void day_zero_may_be_one_item_with_date_and_time() {
        timing = timing("PT24H", "PT4H", "PT4H", OutsideWindow.WARN, new Clock(null, null, "F.CALL", "IT.CALLED"));
        anchors.put(INJECTED_ON, new Captured(LocalDate.parse("2026-03-16"), LocalTime.parse("10:30")));
        called(LocalDateTime.parse("2026-03-17T14:31"));
        assertThat(call().state()).isEqualTo(VisitState.LATE);
    }

    @Test
    void day_zero_may_be_a_visit_whose_time_an_item_tells() {
        timing = new Timing(
                "SE.INJ",
                null,
                null,
                length("PT24H"),
                length("PT4H"),
                length("PT4H"),
                OutsideWindow.WARN,
                SkippedAnchor.UNPLANNED,
                false,
                CLOCK);
        visits.put("SE.INJ", new RecordedVisit("SE.INJ", VisitStatus.DONE, LocalDate.parse("2026-03-16"), null));
        anchors.put(INJECTED_AT, Captured.at(LocalTime.parse("10:30")));
        called(LocalDateTime.parse("2026-03-17T06:29"));
        assertThat(call().state()).isEqualTo(VisitState.EARLY);
    }

    @Test
    void an_open_visit_is_due_through_the_last_day_of_its_hours() {
        injected("2026-03-16T10:30");
        assertThat(call("2026-03-16").state()).isEqualTo(VisitState.PLANNED);
        assertThat(call("2026-03-17").state()).isEqualTo(VisitState.DUE);
        assertThat(call("2026-03-18").state()).isEqualTo(VisitState.OVERDUE);
    }

    private void injected(String at) {
        LocalDateTime moment = LocalDateTime.parse(at);
        anchors.put(INJECTED_ON, Captured.on(moment.toLocalDate()));
        anchors.put(INJECTED_AT, Captured.at(moment.toLocalTime()));
    }

    private void called(LocalDateTime at) {
        visits.put("SE.CALL", new RecordedVisit("SE.CALL", VisitStatus.DONE, at.toLocalDate(), null));
        anchors.put(CALLED_AT, Captured.at(at.toLocalTime()));
    }

    private Window window() {
        return call().window();
    }

    private PlannedVisit call() {
        return plan().find("SE.CALL").orElseThrow();
    }

    private PlannedVisit call(String today) {
        return new Plan(
                        List.of(VisitFixture.scheduled("SE.CALL", timing)),
                        visits,
                        anchors,
                        zone,
                        day(today),
                        Over.NOTHING)
                .find("SE.CALL")
                .orElseThrow();
    }

    private Plan plan() {
        return new Plan(
                List.of(VisitFixture.scheduled("SE.CALL", timing)),
                visits,
                anchors,
                zone,
                day("2030-01-01"),
                Over.NOTHING);
    }

    private static Timing timing(String target, String before, String after, OutsideWindow outside, Clock clock) {
        return new Timing(
                "SE.INJ",
                "F.INJ",
                "IT.DATE",
                length(target),
                length(before),
                length(after),
                outside,
                SkippedAnchor.UNPLANNED,
                false,
                clock);
    }

    private static Offset length(String text) {
        return Offset.parse(text).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
