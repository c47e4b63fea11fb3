package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.casebook.it.InContainer;
import org.casebook.kernel.Scope;
import org.casebook.report.Reports;
import org.casebook.report.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worked-out answer serves again only while its study stands still. */
class TideIT extends InContainer {
    private static final String STUDY = "TIDEIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Reports reports;

    private String subject;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
    }

    @Test
    void is_worked_out_again_for_what_was_begun_before_it_and_ended_after_it() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.executeUpdate(
                        "insert into edc.audit_entry (id, at, study, action, actor_id, username, origin)"
                                + " values (nextval('edc.audit_entry_seq'), now(), '" + STUDY
                                + "', 'test', 'x', 'x', 'test')");
            }
            casework.start(SITE, subject, "SE_SCREEN", "PAIN");
            Worklist first = reports.worklist(SITE);
            assertThat(reports.worklist(SITE)).isSameAs(first);
            other.commit();
            assertThat(reports.worklist(SITE)).isNotSameAs(first);
        }
    }

    @Test
    void a_worklist_is_given_again_until_something_changes() {
        Worklist first = reports.worklist(SITE);
        assertThat(reports.worklist(SITE)).isSameAs(first);
        casework.start(SITE, subject, "SE_SCREEN", "PAIN");
        assertThat(reports.worklist(SITE)).isNotSameAs(first).isNotEqualTo(first);
    }
}
