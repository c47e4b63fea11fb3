package org.casebook.it.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.casebook.runtime.Settings;

/**
 * The same work in plain SQL as the application's own database role: the baseline that the application is measured against,
 * on the same connection settings and in the same rounds.
 */
final class RawSql implements AutoCloseable {
    private final Connection connection;
    private int n;

    RawSql(Settings settings) throws SQLException {
        Map<String, String> environment = settings.forApplication();
        connection = DriverManager.getConnection(
                settings.database() + "?stringtype=unspecified",
                environment.get("EDC_DB_USER"),
                environment.get("EDC_DB_PASSWORD"));
        connection.setAutoCommit(false);
    }

    /** One changed item with its audit row, durable when this returns. */
    void save(long form, String item) {
        try {
            long revision = revision(form) + 1;
            String before = text(form, item);
            String text = Integer.toString(n++ % 100);
            try (PreparedStatement update = connection.prepareStatement("""
                    update edc.case_form set revision = ?, updated_at = now(),
                      document = jsonb_set(document, array['items', ?], coalesce(document->'items'->?, '{}')
                        || jsonb_build_object('t', ?::text, 'v', ?::text, 'ok', true)) where id = ?
                    """)) {
                update.setLong(1, revision);
                update.setString(2, item);
                update.setString(3, item);
                update.setString(4, text);
                update.setString(5, text);
                update.setLong(6, form);
                update.executeUpdate();
            }
            audit(form, revision, item, before, text);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long revision(long form) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select revision from edc.case_form where id = ? for update")) {
            lock.setLong(1, form);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String text(long form, String item) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select document->'items'->?->>'t' from edc.case_form where id = ?")) {
            query.setString(1, item);
            query.setLong(2, form);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The trail must tell what the document holds here too: the bench ends with a rebuild of every form from it. */
    private void audit(long form, long revision, String item, String before, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into edc.audit_entry (id, at, study, site, subject_key, form_id, form_revision, form_oid, item_oid,
                  action, old_value, new_value, actor_id, username, origin)
                select nextval('edc.audit_entry_seq'), now(), study, site, subject_key, id, ?, form_oid, ?, 'item-changed',
                  ?, ?, 'bench', 'bench', 'bench' from edc.case_form where id = ?
                """)) {
            insert.setLong(1, revision);
            insert.setString(2, item);
            insert.setString(3, before);
            insert.setString(4, text);
            insert.setLong(5, form);
            insert.executeUpdate();
        }
    }

    /** Reads one form's document. */
    void read(long form) {
        each("select document::text from edc.case_form where id = " + form);
    }

    /** What a matrix or worklist needs at least: participants, visits and states of forms. */
    void matrix(String study) {
        each("select subject_key, status from edc.subject where study = '" + study + "'");
        each("select subject_key, event_oid, status, visit_date from edc.visit where study = '" + study + "'");
        each("select subject_key, event_oid, form_oid, state from edc.case_form where study = '" + study + "'");
    }

    private void each(String query) {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
