package org.casebook.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in every table of the application, so that two moments can be compared. A row carries the number of the
 * transaction that wrote it (xmin), which also a change to the same text renews; so the rows need not be read to tell that
 * nothing was written.
 */
final class Tables {
    private static final String ALL =
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog',"
                    + " 'information_schema') and tablename <> 'flyway_schema_history' order by 1";

    private Tables() {}

    /** By table, the number of its rows and a sum over the transactions that wrote them. */
    static Map<String, String> state(Connection owner) throws SQLException {
        Map<String, String> state = new TreeMap<>();
        try (Statement statement = owner.createStatement()) {
            for (String table : names(statement)) {
                String sql =
                        "select count(*) || ' rows, ' || coalesce(sum(t.xmin::text::bigint), 0) from " + table + " t";
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    state.put(table, row.getString(1));
                }
            }
        }
        return state;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
