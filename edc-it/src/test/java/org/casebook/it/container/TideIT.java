package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.casebook.it.InContainer;
import org.casebook.kernel.Language;
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

    @Test
    void what_changed_is_worked_out_again_and_the_rest_is_kept() {
        String other = trial.participant(STUDY, "101");
        long eligibility = casework.start(SITE, subject, "SE_SCREEN", "IE");
        long pain = casework.start(SITE, other, "SE_SCREEN", "PAIN");
        reports.worklist(SITE);
        casework.type(SITE, pain, "NRSBACK", "11");
        reports.worklist(SITE);
        casework.complete(SITE, eligibility);
        Worklist again = reports.worklist(SITE);
        // nobody has asked for it in German before
        Worklist anew = Language.GERMAN.saying(() -> reports.worklist(SITE));
        assertThat(content(again)).isEqualTo(content(anew)).hasSizeGreaterThan(2);
    }

    /** What does not depend on the reader's language. */
    private static List<List<Object>> content(Worklist worklist) {
        return worklist.groups().stream()
                .map(group -> List.<Object>of(
                        group.kind(),
                        group.total(),
                        group.items().stream()
                                .map(item -> Arrays.asList(
                                        item.subject(),
                                        item.event(),
                                        item.formId(),
                                        item.item(),
                                        item.from(),
                                        item.until()))
                                .toList()))
                .toList();
    }
}
