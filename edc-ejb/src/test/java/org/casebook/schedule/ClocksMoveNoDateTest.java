package org.casebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.kernel.RequestClock;
import org.casebook.odm.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neither switch of daylight saving time nor the farthest zones of the world move a date: today at a site goes on by one day at
 * each of its midnights, and windows are the same wherever the server stands.
 */
class ClocksMoveNoDateTest {
    private static final int TRIES = 2000;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Map<String, Integer> SWITCHES =
            Map.of("Europe/Stockholm", 2, "America/New_York", 2, "Australia/Lord_Howe", 2);

    private final TimeZone own = TimeZone.getDefault();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);

    @AfterEach
    void back() {
        TimeZone.setDefault(own);
    }

    /** Every quarter of an hour of a year; Lord Howe switches by half an hour. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pacific/Kiritimati",
                "Etc/GMT+12",
                "Europe/Stockholm",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu"
            })
    void today_goes_on_by_one_day_at_each_midnight_of_the_site_and_never_else(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant end = FIRST.plusYears(1).atStartOfDay(zone).toInstant();
        RequestClock clock = new RequestClock();
        LocalDate day = FIRST.minusDays(1);
        int switches = 0;
        Instant before = null;
        for (Instant at = FIRST.atStartOfDay(zone).toInstant();
                at.isBefore(end);
                at = at.plus(15, ChronoUnit.MINUTES)) {
            clock.fix(at);
            LocalDate today = clock.today(zone);
            boolean midnight = at.equals(today.atStartOfDay(zone).toInstant());
            assertThat(today).as(at + " in " + name).isEqualTo(midnight ? day.plusDays(1) : day);
            boolean switched = before != null && !offset(zone, before).equals(offset(zone, at));
            switches += switched ? 1 : 0;
            day = today;
            before = at;
        }
        assertThat(day).isEqualTo(FIRST.plusYears(1).minusDays(1));
        assertThat(switches).isEqualTo(SWITCHES.getOrDefault(name, 0));
    }

    private static ZoneOffset offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at);
    }

    /** Windows of random lengths around random days, by a server in this zone and by one in UTC. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Stockholm", "America/New_York"})
    void windows_are_the_same_wherever_the_server_stands_and_whole_days_from_day_zero(String zone) {
        for (int i = 0; i < TRIES; i++) {
            LocalDate zero = FIRST.plusDays(random.nextInt(730));
            Offset target = new Offset(0, random.nextInt(-30, 400), random.nextBoolean() ? 0 : random.nextInt(-72, 72));
            Offset before = new Offset(0, random.nextInt(15), 0);
            Offset after = new Offset(0, random.nextInt(15), 0);
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Window there = window(zero, target, before, after);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            assertThat(there).isEqualTo(window(zero, target, before, after));
            assertThat(there.earliest()).isBeforeOrEqualTo(there.planned());
            assertThat(there.latest()).isAfterOrEqualTo(there.planned());
            if (target.hours() == 0) {
                assertThat(ChronoUnit.DAYS.between(zero, there.planned())).isEqualTo(target.days());
                assertThat(ChronoUnit.DAYS.between(there.earliest(), there.latest()))
                        .isEqualTo(before.days() + after.days());
            }
        }
    }

    /** The state of an open visit turns with the site's date alone, in the first and the last minute of each day of a year. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Stockholm", "America/New_York"})
    void a_visit_is_due_from_its_first_midnight_to_the_end_of_its_last_day(String name) {
        ZoneId zone = ZoneId.of(name);
        RequestClock clock = new RequestClock();
        for (LocalDate last = FIRST; last.getYear() == FIRST.getYear(); last = last.plusDays(1)) {
            clock.fix(last.minusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
            assertThat(state(last, clock.today(zone))).isEqualTo(VisitState.PLANNED);
            clock.fix(last.minusDays(1).atStartOfDay(zone).toInstant());
            assertThat(state(last, clock.today(zone))).isEqualTo(VisitState.DUE);
            clock.fix(last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
            assertThat(state(last, clock.today(zone))).isEqualTo(VisitState.DUE);
            clock.fix(last.plusDays(1).atStartOfDay(zone).toInstant());
            assertThat(state(last, clock.today(zone))).isEqualTo(VisitState.OVERDUE);
        }
    }

    /** Of a visit whose window is the day before this one, and this one. */
    private static VisitState state(LocalDate last, LocalDate today) {
        EventDefinition event = VisitFixture.scheduled("SE", timing(Offset.ofDays(10), Offset.ofDays(1), Offset.NONE));
        return new Plan(List.of(event), done(last.minusDays(10)), Map.of(), ZoneOffset.UTC, today, Over.NOTHING)
                .find("SE")
                .orElseThrow()
                .state();
    }

    private static Window window(LocalDate zero, Offset target, Offset before, Offset after) {
        EventDefinition event = VisitFixture.scheduled("SE", timing(target, before, after));
        return new Windows(List.of(event), done(zero), Map.of(), ZoneOffset.UTC)
                .of(event)
                .orElseThrow();
    }

    private static Map<String, RecordedVisit> done(LocalDate zero) {
        Map<String, RecordedVisit> visits = new HashMap<>();
        visits.put("ZERO", new RecordedVisit("ZERO", VisitStatus.DONE, zero, null));
        return visits;
    }

    private static Timing timing(Offset target, Offset before, Offset after) {
        return new Timing(
                "ZERO", null, null, target, before, after, OutsideWindow.WARN, SkippedAnchor.UNPLANNED, false, null);
    }
}
