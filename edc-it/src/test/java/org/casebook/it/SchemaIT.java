package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.casebook.runtime.Fault;
import org.casebook.runtime.Schema;
import org.junit.jupiter.api.Test;

/** {@code ./edc run} looks before it starts: an application on a schema that it does not know would write wrong rows. */
class SchemaIT {
    @Test
    void the_migrated_schema_fits() {
        assertThatCode(SchemaIT::look).doesNotThrowAnyException();
    }

    @Test
    void a_schema_from_a_newer_casebook_is_refused() throws SQLException {
        execute("insert into edc.flyway_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success) values (9999, '9999', 'from the future', 'SQL',"
                + " 'V9999__from_the_future.sql', 'x', 1, true)");
        try {
            assertThatThrownBy(SchemaIT::look)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("does not fit this Casebook: step 9999");
        } finally {
            execute("delete from edc.flyway_schema_history where installed_rank = 9999");
        }
    }

    @Test
    void a_schema_that_lacks_a_step_is_refused() throws SQLException {
        execute("update edc.flyway_schema_history set version = '0098' where version = '0200'");
        try {
            assertThatThrownBy(SchemaIT::look).isInstanceOf(Fault.class).hasMessageContaining("./edc migrate");
        } finally {
            execute("update edc.flyway_schema_history set version = '0200' where version = '0098'");
        }
    }

    private static void look() {
        Map<String, String> environment = Running.system().settings().forApplication();
        Schema.mustFit(
                environment.get("EDC_DB_URL"), environment.get("EDC_DB_USER"), environment.get("EDC_DB_PASSWORD"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Running.system().asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
