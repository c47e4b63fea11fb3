package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database refuses a change of a case form without its audit entries; tried as the application's own role. */
class CaseFormAuditedIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String INTEGRITY_VIOLATION = "23000";

    private Connection connection;
    private long form;

    @BeforeEach
    void form() throws SQLException {
        connection = Running.system().asApp();
        connection.setAutoCommit(false);
        study();
        try (Statement statement = connection.createStatement();
                var id = statement.executeQuery("select nextval('edc.case_form_seq')")) {
            id.next();
            form = id.getLong(1);
        }
        insert();
        audit(1);
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_new_form_without_an_entry_is_refused() throws SQLException {
        form++;
        insert();
        refused("0 of them in the audit trail");
    }

    @Test
    void a_revision_without_an_entry_is_refused() throws SQLException {
        change("revision = revision + 1");
        refused("0 of them in the audit trail");
    }

    @Test
    void a_revision_with_its_entry_is_taken() throws SQLException {
        change("revision = revision + 1, document = '{\"items\":{\"A\":{\"t\":\"1\"}}}'");
        audit(2);
        assertThatCode(connection::commit).doesNotThrowAnyException();
    }

    @Test
    void a_change_that_keeps_the_revision_is_refused() throws SQLException {
        change("document = '{\"items\":{\"A\":{\"t\":\"1\"}}}'");
        audit(1);
        refused("stayed at revision 1");
    }

    @Test
    void a_jump_needs_an_entry_for_each_revision() throws SQLException {
        change("revision = revision + 2");
        audit(3);
        refused("1 of them in the audit trail");
    }

    @Test
    void an_entry_written_before_cannot_vouch_for_a_later_change() throws SQLException {
        audit(2);
        connection.commit();
        change("revision = revision + 1");
        refused("0 of them in the audit trail");
    }

    @Test
    void a_form_is_neither_deleted_nor_moved() throws SQLException {
        assertThatThrownBy(() -> execute("delete from edc.case_form where id = " + form))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        connection.rollback();
        change("revision = revision + 1, subject_key = 'another'");
        audit(2);
        refused("was moved");
        // nobody is there: a form is where its participant is
        change("revision = revision + 1, site = '2'");
        audit(2);
        refused(FOREIGN_KEY_VIOLATION, "case_form_at_its_site");
    }

    @Test
    void a_participant_goes_nowhere_without_a_transfer() {
        assertThatThrownBy(() -> execute("update edc.subject set site = '2' where subject_key = 'S" + form + "'"))
                .hasMessageContaining("only a recorded transfer");
    }

    private void refused(String why) throws SQLException {
        refused(INTEGRITY_VIOLATION, why);
    }

    private void refused(String state, String why) throws SQLException {
        assertThatThrownBy(connection::commit)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(state))
                .hasMessageContaining(why);
        connection.rollback();
    }

    /** A form is of a participant, who is of a version of a study. */
    private void study() throws SQLException {
        execute(
                "insert into edc.study (oid, author_oid, kind, name) values ('TRIGGER-IT', 'TRIGGER-IT', 'PRODUCTION', 'x')"
                        + " on conflict do nothing");
        execute("insert into edc.study_version (id, study, oid, name, status, content, sha256, loaded_at) values (-1,"
                + " 'TRIGGER-IT', 'V', 'V', 'LOADED', 'x', encode(sha256('x'), 'hex'), now()) on conflict do nothing");
        subject("another");
    }

    private void subject(String key) throws SQLException {
        execute(
                "insert into edc.subject (id, study, site, subject_key, status, version_id, added_at, revision) values ("
                        + "nextval('edc.subject_seq'), 'TRIGGER-IT', '1', '" + key + "', 'SCREENING', -1, now(), 1)"
                        + " on conflict do nothing");
    }

    private void insert() throws SQLException {
        subject("S" + form);
        execute("insert into edc.case_form (id, study, site, subject_key, event_oid, form_oid, version_id, state,"
                + " revision, document, created_at, updated_at) values (" + form + ", 'TRIGGER-IT', '1', 'S" + form
                + "', 'E', 'F', -1, 'STARTED', 1, '{\"items\":{}}', now(), now())");
    }

    private void audit(int revision) throws SQLException {
        execute("insert into edc.audit_entry (id, at, study, site, form_id, form_revision, action, actor_id, username,"
                + " origin) values (nextval('edc.audit_entry_seq'), now(), 'TRIGGER-IT', '1', " + form + ", " + revision
                + ", 'try', 'x', 'x', 'person')");
    }

    private void change(String what) throws SQLException {
        execute("update edc.case_form set " + what + " where id = " + form);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
