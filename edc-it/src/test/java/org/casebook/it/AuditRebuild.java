package org.casebook.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rebuilds every case form of a study from the audit trail and from nothing else, and compares the result with what is
 * stored. Knows SQL and the trail's words, and none of the application's classes.
 */
public final class AuditRebuild {
    private static final String TRAIL = """
            select id, form_id, form_revision, subject_key, event_oid, form_oid, item_oid, action, old_value, new_value
              from edc.audit_entry
             where study = ? and form_id is not null
               and action in ('item-changed', 'item-unit-changed', 'item-left-blank', 'form-started', 'form-completed',
                   'form-reopened', 'form-not-done', 'form-voided', 'form-restored', 'form-locked', 'form-unlocked', 'form-rules-applied',
                   'form-left-blank')
             order by form_id, form_revision, id
            """;
    private static final String STORED = """
            select f.id, f.subject_key, f.event_oid, f.form_oid, f.state, f.locked, f.left_blank as form_blank, f.revision, i.key as item,
                   i.value ->> 't' as text, i.value ->> 'u' as unit, i.value ->> 'b' as left_blank
              from edc.case_form f left join lateral jsonb_each(f.document -> 'items') i on true
             where f.study = ?
            """;

    /** The actions that tell an item, and which part of it each tells. */
    private static final Map<String, String> PARTS =
            Map.of("item-changed", "text", "item-unit-changed", "unit", "item-left-blank", "left blank");

    private final Map<Long, Map<String, String>> rebuilt = new TreeMap<>();
    private final Map<Long, Map<String, String>> stored = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private AuditRebuild() {}

    /**
     * Rebuilds and compares.
     *
     * @param reader may read both tables
     * @param study OID of the study
     */
    public static AuditRebuild of(Connection reader, String study) throws SQLException {
        AuditRebuild rebuild = new AuditRebuild();
        rebuild.readTrail(reader, study);
        rebuild.readStored(reader, study);
        rebuild.compare();
        return rebuild;
    }

    /** One sentence for each difference; empty when the trail tells everything. */
    public List<String> differences() {
        return differences;
    }

    /** How many forms were compared. */
    public int forms() {
        return stored.size();
    }

    /** How many parts of forms and items were compared: states, texts, units, left-blank reasons. */
    public int values() {
        return stored.values().stream().mapToInt(Map::size).sum();
    }

    private void readTrail(Connection reader, String study) throws SQLException {
        try (PreparedStatement query = reader.prepareStatement(TRAIL)) {
            query.setString(1, study);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    replay(row);
                }
            }
        }
    }

    private void replay(ResultSet row) throws SQLException {
        long id = row.getLong("form_id");
        String action = row.getString("action");
        Map<String, String> form = rebuilt.computeIfAbsent(id, key -> new HashMap<>());
        form.put("revision", row.getString("form_revision"));
        if (action.equals("form-started")) {
            form.put("subject", row.getString("subject_key"));
            put(form, "event", row.getString("event_oid"));
            form.put("form", row.getString("form_oid"));
            form.put("locked", "f");
        }
        if (action.equals("form-left-blank")) {
            change(row, form, "form left blank");
        } else if (action.startsWith("form-")) {
            change(row, form, "state");
            if (action.equals("form-locked") || action.equals("form-unlocked")) {
                form.put("locked", action.equals("form-locked") ? "t" : "f");
            }
        } else {
            change(row, form, row.getString("item_oid") + " " + PARTS.get(action));
        }
    }

    /** Each entry must go on from where the one before it ended. */
    private void change(ResultSet row, Map<String, String> form, String part) throws SQLException {
        if (!Objects.equals(form.get(part), row.getString("old_value"))) {
            differences.add("Entry %d says that %s of form %d was “%s” before; the entries before it say “%s”."
                    .formatted(
                            row.getLong("id"),
                            part,
                            row.getLong("form_id"),
                            row.getString("old_value"),
                            form.get(part)));
        }
        put(form, part, row.getString("new_value"));
    }

    private void readStored(Connection reader, String study) throws SQLException {
        try (PreparedStatement query = reader.prepareStatement(STORED)) {
            query.setString(1, study);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Map<String, String> form = stored.computeIfAbsent(row.getLong("id"), key -> new HashMap<>());
                    form.put("subject", row.getString("subject_key"));
                    put(form, "event", row.getString("event_oid"));
                    form.put("form", row.getString("form_oid"));
                    form.put("state", row.getString("state"));
                    form.put("locked", row.getString("locked"));
                    put(form, "form left blank", row.getString("form_blank"));
                    form.put("revision", row.getString("revision"));
                    String item = row.getString("item");
                    put(form, item + " text", row.getString("text"));
                    put(form, item + " unit", row.getString("unit"));
                    put(form, item + " left blank", row.getString("left_blank"));
                }
            }
        }
    }

    private void compare() {
        TreeSet<Long> ids = new TreeSet<>(rebuilt.keySet());
        ids.addAll(stored.keySet());
        for (long id : ids) {
            Map<String, String> told = rebuilt.getOrDefault(id, Map.of());
            Map<String, String> held = stored.getOrDefault(id, Map.of());
            TreeSet<String> parts = new TreeSet<>(told.keySet());
            parts.addAll(held.keySet());
            parts.stream()
                    .filter(part -> !Objects.equals(told.get(part), held.get(part)))
                    .forEach(part -> differences.add("Form %d, %s: the trail tells “%s”, stored is “%s”."
                            .formatted(id, part, told.get(part), held.get(part))));
        }
    }

    private static void put(Map<String, String> form, String part, String value) {
        if (value == null) {
            form.remove(part);
        } else {
            form.put(part, value);
        }
    }
}
