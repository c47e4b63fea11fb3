package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 21 CFR 11.10(e): the application's own role can neither change the schema nor the trail; tried as that role. */
class ApplicationRoleIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = Running.system().asApp();
        connection.setAutoCommit(false);
        append();
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** A row of our own first, so that a refusal is about the right and not about an empty table. */
    private void append() throws SQLException {
        execute("insert into edc.audit_entry (id, at, action, actor_id, username, origin)"
                + " values (nextval('edc.audit_entry_seq'), now(), 'TRY', 'x', 'x', 'PERSON')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update edc.audit_entry set username = 'somebody else'",
                "delete from edc.audit_entry",
                "truncate edc.audit_entry",
                "alter table edc.audit_entry disable trigger all",
                "alter table edc.audit_entry add column x text",
                "drop table edc.audit_entry",
                "create table edc.mine (x int)",
                "create table public.mine (x int)",
                "create schema mine",
                "create temporary table audit_entry (x int)",
                "set role edc_owner",
                "update edc.flyway_schema_history set success = true",
            })
    void may_not(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState())
                                .as(statement + ": " + refusal.getMessage())
                                .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    /** PostgreSQL answers such a grant with a warning only, so what counts is that nothing was granted. */
    @Test
    void may_not_grant_itself_more() throws SQLException {
        execute("grant all on edc.audit_entry to edc_app");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select has_table_privilege('edc.audit_entry', 'update,delete,truncate')")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void may_append_and_read() {
        assertThatCode(() -> {
                    append();
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery(
                                    "select count(*) from edc.audit_entry where action = 'TRY'")) {
                        rows.next();
                        assertThat(rows.getInt(1)).isEqualTo(2);
                    }
                })
                .doesNotThrowAnyException();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
