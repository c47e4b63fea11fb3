package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.casebook.site.VersionPlan;
import org.casebook.study.StudyDesign;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.junit.jupiter.api.Test;

/** A version in force from a date: by the site's own midnight, for new participants only. */
class VersionInForceIT extends InContainer {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    private Trial trial;

    @Inject
    private Releaser releaser;

    @Inject
    private StudyDesign design;

    @Inject
    private Sites sites;

    @Inject
    private Enrolment enrolment;

    @Inject
    private AuditTrail trail;

    @Inject
    private RequestClock clock;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private String study;
    private Scope site;
    private long first;
    private long second;
    private LocalDate today;

    @Test
    void a_version_from_tomorrow_takes_who_is_new_tomorrow_and_nobody_else() {
        open("FORCEIT1");
        sites.putInForce(site, second, today.plusDays(1));
        Participant early = add();
        assertThat(early.versionId()).isEqualTo(first);

        // a minute before and at midnight in Stockholm, which is neither midnight in UTC nor at the server
        at(today.plusDays(1).atStartOfDay().minusMinutes(1));
        assertThat(add().versionId()).isEqualTo(first);
        at(today.plusDays(1).atStartOfDay());
        Participant late = add();
        assertThat(late.versionId()).isEqualTo(second);
        assertThat(enrolment.get(site, early.key()).versionId()).isEqualTo(first);

        admin();
        SiteView now = sites.list(site).get(0);
        assertThat(now.versionId()).isEqualTo(second);
        assertThat(now.planned()).isEmpty();
        trial.as(People.person("inspector", "/studies/" + study + "/all/inspector"));
        assertThat(trail.lines(site, new TrailFilter(null, null, null, 0, 100)))
                .filteredOn(line -> line.action().equals("site-version-in-force"))
                .extracting(AuditLine::newValue)
                .contains(study + ".2 from " + today.plusDays(1));
    }

    @Test
    void it_is_decided_for_all_sites_or_for_none() {
        open("FORCEIT2");
        assertThat(sites.putInForceEverywhere(Scope.of(study), second, today.plusDays(7)))
                .hasSize(2)
                .allSatisfy(decided -> {
                    assertThat(decided.versionId()).isEqualTo(first);
                    assertThat(decided.planned()).containsExactly(new VersionPlan.Step(second, today.plusDays(7)));
                });
        // at one of the sites it is tomorrow already
        sites.correctZone(Scope.of(study, "102"), "Pacific/Kiritimati", "Moved.");
        at(today.atTime(23, 0));
        assertThatThrownBy(() -> sites.putInForceEverywhere(Scope.of(study), second, today))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("site 102");
    }

    @Test
    void neither_the_past_nor_a_draft_nor_another_study_is_put_in_force() {
        open("FORCEIT3");
        assertThatThrownBy(() -> sites.putInForce(site, second, today.minusDays(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is past");
        trial.as(People.person("builder", "/system/builder"));
        long draft = design.load(file("3")).id();
        trial.open("FORCEIT4");
        admin();
        assertThatThrownBy(() -> sites.putInForce(site, draft, null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("not released");
        assertThatThrownBy(() -> sites.putInForce(Scope.of("FORCEIT4", "101"), first, null))
                .isInstanceOf(NotFound.class);
        assertThat(sites.list(site).get(0).versionId()).isEqualTo(first);
    }

    @Test
    void a_site_waits_for_its_first_version_and_says_from_when_it_takes_participants() {
        open("FORCEIT5");
        Scope planned = Scope.of(study, "103");
        sites.add(planned, "Third", "UTC");
        assertThatThrownBy(() -> sites.activate(planned)).isInstanceOf(Invalid.class);
        sites.putInForce(planned, first, today.plusDays(30));
        sites.activate(planned);
        trial.coordinator(study, "103");
        assertThatThrownBy(() -> enrolment.add(planned)).hasMessageContaining("into force on " + today.plusDays(30));
    }

    @Test
    void the_database_holds_it_too() throws SQLException {
        open("FORCEIT6");
        trial.as(People.person("builder", "/system/builder"));
        long draft = design.load(file("3")).id();
        String row = "insert into edc.site_version (id, study, site, version_id, from_date, decided_at) values"
                + " (nextval('edc.site_version_seq'), '" + study + "', '%s', %d, now(), now())";
        refused(row.formatted("101", draft), "not released");
        refused(row.formatted("999", second), "violates foreign key");
        refused("update edc.site_version set from_date = '2020-01-01' where study = '" + study + "'", "denied");
        refused("delete from edc.site_version where study = '" + study + "'", "denied");
        refused("update edc.study_version set released_at = now() where id = " + first, "stays");
        refused("update edc.study_version set name = 'x' where id = " + first, "stays");
    }

    /** Two released versions, the first in force; an administrator acts. */
    private void open(String oid) {
        study = oid;
        site = Scope.of(oid, "101");
        trial.open(oid);
        trial.as(People.person("builder", "/system/builder"));
        second = design.load(file("2")).id();
        releaser.release(Scope.of(oid), second);
        admin();
        SiteView now = sites.list(site).get(0);
        first = now.versionId();
        today = now.today();
    }

    private byte[] file(String version) {
        String text = new String(trial.fileOf(study), StandardCharsets.UTF_8);
        String next = text.replace("OID=\"" + study + ".1\"", "OID=\"" + study + "." + version + "\"");
        assertThat(next).isNotEqualTo(text);
        return next.getBytes(StandardCharsets.UTF_8);
    }

    private Participant add() {
        trial.coordinator(study, "101");
        return enrolment.add(site);
    }

    private void at(LocalDateTime thereAtTheSite) {
        clock.fix(thereAtTheSite.atZone(STOCKHOLM).toInstant());
    }

    private void admin() {
        trial.as(People.person("admin", "/system/administrator"));
    }

    private void refused(String sql, String why) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(why);
        }
    }
}
