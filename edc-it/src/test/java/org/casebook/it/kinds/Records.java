package org.casebook.it.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.casebook.it.Running;

/** What the database holds about one form: its document, and what the trail tells last of each part of each item. */
record Records(JsonNode items, Map<String, String> told, long entries) {

    static Records of(long form) throws SQLException, IOException {
        try (Connection reader = Running.system().asOwner()) {
            Map<String, String> told = new HashMap<>();
            long entries = 0;
            try (ResultSet row = query(
                    reader,
                    "select item_oid, action, new_value from edc.audit_entry"
                            + " where form_id = ? and action like 'item-%' order by id",
                    form)) {
                while (row.next()) {
                    told.put(row.getString("item_oid") + " " + row.getString("action"), row.getString("new_value"));
                    entries++;
                }
            }
            try (ResultSet row = query(reader, "select document::text from edc.case_form where id = ?", form)) {
                row.next();
                return new Records(new ObjectMapper().readTree(row.getString(1)).path("items"), told, entries);
            }
        }
    }

    private static ResultSet query(Connection reader, String sql, long form) throws SQLException {
        PreparedStatement statement = reader.prepareStatement(sql);
        statement.closeOnCompletion();
        statement.setLong(1, form);
        return statement.executeQuery();
    }

    /** Part {@code t}, {@code v}, {@code u} or {@code b} of an item; null when absent. */
    String stored(Kind kind, String part) {
        return items.path(kind.oid()).path(part).textValue();
    }

    String told(Kind kind, String action) {
        return told.get(kind.oid() + " " + action);
    }
}
