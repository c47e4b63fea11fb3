package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trail is complete: the data of the trial are told by it alone; and the comparison would notice if not. */
class AuditRebuildIT {
    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void the_forms_of_the_trial_are_rebuilt_from_the_audit_trail_alone() throws SQLException {
        try (Connection owner = Running.system().asOwner()) {
            AuditRebuild rebuild = AuditRebuild.of(owner, Trial.STUDY);
            assertThat(rebuild.forms()).isGreaterThan(20);
            assertThat(rebuild.values()).isGreaterThan(200);
            Figures.add("forms rebuilt from the audit trail", rebuild.forms(), "forms", "", true);
            Figures.atMost(
                    "differences between audit trail and data",
                    rebuild.differences().size(),
                    "differences",
                    0);
            assertThat(rebuild.differences()).isEmpty();
        }
    }

    @Test
    void a_value_changed_behind_the_trail_is_noticed() throws SQLException {
        try (Connection owner = Running.system().asOwner()) {
            owner.setAutoCommit(false);
            execute(owner, """
                    update edc.case_form set document = jsonb_set(document, '{items,SEX,t}', '"?"')
                     where id = (select min(id) from edc.case_form
                                  where study = 'BMMSC' and document -> 'items' -> 'SEX' ->> 't' is not null)
                    """);
            assertThat(AuditRebuild.of(owner, Trial.STUDY).differences())
                    .singleElement()
                    .asString()
                    .contains("SEX text")
                    .contains("stored is “?”");
            owner.rollback();
        }
    }

    @Test
    void an_entry_taken_from_the_trail_is_noticed() throws SQLException {
        try (Connection owner = Running.system().asOwner()) {
            owner.setAutoCommit(false);
            execute(owner, """
                    delete from edc.audit_entry where id = (select min(id) from edc.audit_entry
                      where study = 'BMMSC' and action = 'item-changed')
                    """);
            assertThat(AuditRebuild.of(owner, Trial.STUDY).differences()).isNotEmpty();
            owner.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
