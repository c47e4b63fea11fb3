package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.casebook.agenda.Agenda;
import org.casebook.agenda.AgendaDesk;
import org.casebook.agenda.AgendaLine;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.VisitState;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.junit.jupiter.api.Test;

/** The same visits at a site where the day begins first in the world and at one where it ends last. */
class FarZonesIT extends InContainer {
    private static final String STUDY = "FARZONES";
    private static final ZoneId FIRST = ZoneId.of("Pacific/Kiritimati");
    private static final ZoneId LAST = ZoneId.of("Etc/GMT+12");

    @Inject
    private Trial trial;

    @Inject
    private StudyDesign design;

    @Inject
    private Sites sites;

    @Inject
    private VisitPlan visits;

    @Inject
    private AgendaDesk agenda;

    @Inject
    private RequestClock clock;

    @Test
    void dates_are_those_of_the_site_and_no_zone_moves_a_window() {
        trial.open(STUDY);
        String east = open("201", FIRST);
        String west = open("202", LAST);
        // 10:30 UTC on 15 March: 00:30 on the 16th in the east, 22:30 on the 14th in the west
        Instant now = Instant.parse("2026-03-15T10:30:00Z");
        LocalDate there = LocalDate.parse("2026-03-16");
        LocalDate here = LocalDate.parse("2026-03-14");
        assertThat(date("201", east, there, now)).isEqualTo(VisitState.DONE);
        assertThat(date("202", west, here, now)).isEqualTo(VisitState.DONE);
        assertThatThrownBy(() -> date("202", west, there, now))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("today at the site is 14 March 2026");

        assertThat(dayZero("201", east, now).window().planned()).isEqualTo(there.plusDays(21));
        assertThat(dayZero("202", west, now).window().planned()).isEqualTo(here.plusDays(21));
        // the window of day 0 is planned ± 7 days: it opens and closes at the site's own midnight
        turns("201", east, FIRST, there);
        turns("202", west, LAST, here);
    }

    private void turns(String site, String subject, ZoneId zone, LocalDate screened) {
        Instant opens = screened.plusDays(14).atStartOfDay(zone).toInstant();
        Instant closes = screened.plusDays(29).atStartOfDay(zone).toInstant();
        assertThat(dayZero(site, subject, opens.minusSeconds(1)).state()).isEqualTo(VisitState.PLANNED);
        assertThat(onBoard(site).soon()).extracting(AgendaLine::subject).containsExactly(subject);
        assertThat(dayZero(site, subject, opens).state()).isEqualTo(VisitState.DUE);
        assertThat(onBoard(site).open()).extracting(AgendaLine::today).containsExactly(screened.plusDays(14));
        assertThat(dayZero(site, subject, closes.minusSeconds(1)).state()).isEqualTo(VisitState.DUE);
        assertThat(dayZero(site, subject, closes).state()).isEqualTo(VisitState.OVERDUE);
        assertThat(onBoard(site).overdue()).extracting(AgendaLine::event).containsExactly("SE_DAY0");
        assertThat(agenda.overdue(Scope.of(STUDY, site)).total().all().percent())
                .as("screening done, day 0 overdue")
                .isEqualTo(50);
    }

    private Agenda onBoard(String site) {
        return agenda.today(Scope.of(STUDY, site));
    }

    private String open(String site, ZoneId zone) {
        Scope place = Scope.of(STUDY, site);
        trial.as(People.person("admin-" + STUDY, "/system/administrator"));
        sites.add(place, "Site " + site, zone.getId());
        sites.putInForce(place, design.current(Scope.of(STUDY)).id());
        sites.activate(place);
        return trial.participant(STUDY, site);
    }

    private VisitState date(String site, String subject, LocalDate on, Instant now) {
        trial.coordinator(STUDY, site);
        clock.fix(now);
        return visits.date(Scope.of(STUDY, site), subject, "SE_SCREEN", on, null)
                .state();
    }

    private PlannedVisit dayZero(String site, String subject, Instant now) {
        trial.coordinator(STUDY, site);
        clock.fix(now);
        List<PlannedVisit> plan = visits.plan(Scope.of(STUDY, site), subject);
        return plan.stream()
                .filter(visit -> visit.event().equals("SE_DAY0"))
                .findFirst()
                .orElseThrow();
    }
}
