package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that a dump of the database holds, read as text: no arm of anybody, in no writing. */
class DumpIT {
    private static final String STUDY = Trial.STUDY;
    private static final List<String> ARMS = List.of("ARM_BMMSC", "ARM_DMSO");

    /** What is written about the study as a whole names its arms for everybody: its file, and what was drawn from it. */
    private static final Set<String> OF_THE_STUDY =
            Set.of("edc.study_version", "edc.acceptance_run", "edc.dataset_piece", "edc.import_run");

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void no_table_but_the_study_file_holds_an_arm() throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        int tables = 0;
        try (Connection owner = Running.system().asOwner()) {
            for (String table : tables(owner)) {
                tables++;
                String text = dump(owner, table).toLowerCase(Locale.ROOT);
                for (String writing : writings()) {
                    if (text.contains(writing.toLowerCase(Locale.ROOT)) && !OF_THE_STUDY.contains(table)) {
                        found.computeIfAbsent(table, none -> new ArrayList<>()).add(writing);
                    }
                }
            }
        }
        Figures.atMost("Tables of a dump that hold an arm in clear, the study file aside", found.size(), "tables", 0);
        assertThat(found).isEmpty();
        assertThat(tables).isGreaterThan(25);
    }

    /** What is told of one participant names no treatment either, whatever the study calls it. */
    @Test
    void nothing_in_the_trail_about_a_participants_allocation_names_a_treatment() throws SQLException {
        String sql = "select coalesce(string_agg(e::text, ' '), '') from edc.audit_entry e where action in"
                + " ('slot-allocated', 'subject-randomized', 'allocation-read', 'allocation-list-prepared',"
                + " 'allocation-list-sealed', 'allocation-balance-read')";
        try (Connection owner = Running.system().asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertThat(row.getString(1))
                    .contains("slot-allocated")
                    .doesNotContainIgnoringCase("DMSO")
                    .doesNotContain("BM-MSC");
        }
    }

    /** As long as each other, and never the same twice: neither length nor repetition tells one arm from another. */
    @Test
    void sealed_treatments_differ_in_nothing_that_can_be_seen() throws SQLException {
        String sql =
                "select count(distinct length(sealed)), count(*), count(distinct sealed) from allocation.slot where study = '"
                        + STUDY + "'";
        try (Connection owner = Running.system().asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getInt(2)).isEqualTo(row.getInt(3)).isPositive();
        }
    }

    private static List<String> writings() {
        return ARMS.stream()
                .flatMap(arm -> {
                    byte[] bytes = arm.getBytes(StandardCharsets.UTF_8);
                    return Stream.of(
                            arm,
                            HexFormat.of().formatHex(bytes),
                            Base64.getEncoder().withoutPadding().encodeToString(bytes));
                })
                .toList();
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static String dump(Connection owner, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
            while (row.next()) {
                text.append(row.getString(1)).append('\n');
            }
        }
        return text.toString();
    }
}
