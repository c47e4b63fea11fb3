package org.casebook.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.site.SiteStatus;
import org.casebook.site.SiteView;
import org.casebook.site.VersionPlan;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

class MovePolicyTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final LocalDate ADDED = LocalDate.parse("2026-03-01");

    @Test
    void an_active_site_takes_over_from_the_day_of_adding_to_today() {
        assertThat(to("102", SiteStatus.ACTIVE).settle(new NewMove("102", ADDED, " Moved. ")))
                .isEqualTo(new NewMove("102", ADDED, "Moved."));
        assertThat(to("102", SiteStatus.ACTIVE)
                        .settle(new NewMove("102", TODAY, "Moved."))
                        .on())
                .isEqualTo(TODAY);
    }

    @Test
    void anything_else_is_refused_in_words() {
        refused("101", SiteStatus.ACTIVE, TODAY, "Moved.", "already");
        for (SiteStatus status : List.of(SiteStatus.PLANNED, SiteStatus.ON_HOLD, SiteStatus.CLOSED)) {
            refused("102", status, TODAY, "Moved.", "not active");
        }
        refused("102", SiteStatus.ACTIVE, null, "Moved.", "date is missing");
        refused("102", SiteStatus.ACTIVE, TODAY.plusDays(1), "Moved.", "future");
        refused("102", SiteStatus.ACTIVE, ADDED.minusDays(1), "Moved.", "since 2026-03-01");
        refused("102", SiteStatus.ACTIVE, TODAY, "…", "reason is missing");
    }

    private static void refused(String site, SiteStatus status, LocalDate on, String reason, String why) {
        assertThatThrownBy(() -> to(site, status).settle(new NewMove(site, on, reason)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    private static MovePolicy to(String site, SiteStatus status) {
        Participant person = new Participant(
                1,
                "S",
                "101",
                "101-001",
                SubjectStatus.SCREENING,
                1,
                Instant.parse("2026-03-01T10:00:00Z"),
                new Gate(null, List.of(), null),
                null,
                null,
                null,
                false);
        SiteView target = new SiteView("S", site, "South", status, ZoneOffset.UTC, VersionPlan.NONE, TODAY);
        return new MovePolicy(person, target, ADDED);
    }
}
