package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's database role can do in the allocation schema: call the functions, nothing else. */
class AllocationSchemaIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from allocation.slot",
                "select * from allocation.list",
                "update allocation.slot set subject_key = null",
                "insert into allocation.slot (list_id, position, study, number, sealed) select id, 0, study, 'R', 'x' from allocation.list",
                "delete from allocation.slot",
                "update allocation.list set decided_at = now(), decided_by = 'me', decider = 'me'",
                "select seed from allocation.list",
                "truncate allocation.list cascade",
                "create table allocation.mine (x int)",
                "create or replace function allocation.free(p_study text, p_site text, p_stratum text) returns int language sql as 'select 1'",
                "alter function allocation.free(text, text, text) security invoker"
            })
    void reaches_no_table_and_changes_no_function(String statement) throws SQLException {
        try (Connection app = Running.system().asApp();
                Statement sql = app.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    /** Our own databases give no right to temporary tables; an operator's may, so the test gives it and takes it back. */
    @Test
    void a_table_of_the_callers_own_cannot_stand_in_for_the_real_one() throws SQLException {
        asOwner("grant temporary on database casebook to edc_app");
        try (Connection app = Running.system().asApp();
                Statement sql = app.createStatement()) {
            sql.execute("set search_path = pg_temp, allocation");
            sql.execute("create temporary table slot (list_id uuid, subject_key text)");
            sql.execute(
                    "create temporary table list (id uuid, study text, site text, stratum text, decided_at timestamptz, withdrawn boolean)");
            sql.execute("insert into list values (gen_random_uuid(), 'S', '101', '', now(), false)");
            sql.execute("insert into slot select id, null from list");
            try (ResultSet free = sql.executeQuery("select allocation.free('S', '101', '')")) {
                free.next();
                assertThat(free.getInt(1)).isZero();
            }
        } finally {
            asOwner("revoke temporary on database casebook from edc_app");
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Running.system().asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void every_function_runs_as_its_owner_with_a_pinned_search_path_and_is_closed_to_the_public() throws SQLException {
        String loose = """
                select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname = 'allocation'
                   and (not p.prosecdef or p.proconfig is null
                        or not 'search_path=allocation, pg_temp' = any (p.proconfig)
                        or has_function_privilege('public', p.oid, 'execute'))
                """;
        try (Connection owner = Running.system().asOwner();
                Statement sql = owner.createStatement();
                ResultSet found = sql.executeQuery(loose)) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }
}
