package org.casebook.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trail of all participants of a study, and the people in it. Entries about allocation stay out, sealed as they are:
 * nothing that comes from a list leaves in a blinded dataset.
 */
final class TrailRows {

    private static final String HISTORY = """
            select a.site, a.subject_key, coalesce(f.event_oid, a.event_oid) as event_oid, a.form_oid, f.row_no, a.item_oid,
                   coalesce(f.version_id, s.version_id) as version_id,
                   a.action, a.old_value, a.new_value, a.reason, a.actor_id, a.roles, a.at,
                   g.signer, g.signer_name, g.meaning, g.signed_at, g.signed_site
              from edc.audit_entry a
              join edc.subject s on s.study = a.study and s.subject_key = a.subject_key
              left join edc.case_form f on f.id = a.form_id
              left join lateral (select * from edc.signature one
                                  where a.action = 'form-signed' and one.form_id = a.form_id and one.signed_at <= a.at
                                  order by one.signed_at desc limit 1) g on true
             where a.study = ? and a.action not like 'allocation-%' and a.action not like 'slot-%'
             order by coalesce(f.version_id, s.version_id), a.written_at, a.id
            """;

    private final Sql sql;
    private final Cut cut;

    TrailRows(Sql sql, Cut cut) {
        this.sql = sql;
        this.cut = cut;
    }

    /** Version by version, and within each in the order of writing. */
    void each(Consumer<Line> reader) {
        sql.each(
                HISTORY,
                this::line,
                line -> {
                    Line.Place place = line.place();
                    if (cut.blinding().shows(place.form(), place.item())
                            && cut.blinding().showsEvent(place.event())) {
                        reader.accept(line);
                    }
                },
                cut.study());
    }

    /** Everybody in the trail of the participants or under a form, by latest name. */
    List<Cut.Person> people() {
        return sql.list(
                """
                select distinct on (actor_id collate "C") actor_id, username, full_name, organisation
                  from edc.audit_entry where study = ? and subject_key is not null
                 order by actor_id collate "C", written_at desc, id desc
                """,
                row -> new Cut.Person(
                        row.getString("actor_id"),
                        row.getString("username"),
                        row.getString("full_name"),
                        row.getString("organisation")),
                cut.study());
    }

    private Line line(ResultSet row) throws SQLException {
        String form = row.getString("form_oid");
        String event = row.getString("event_oid");
        String roles = row.getString("roles");
        // a role at the site makes the site the place of the act
        boolean central = roles == null || !(roles.contains("coordinator") || roles.contains("investigator"));
        return new Line(
                new Line.Place(
                        row.getLong("version_id"),
                        row.getString("site"),
                        row.getString("subject_key"),
                        event == null && form != null ? cut.logOf(form).orElse(form) : event,
                        form,
                        Sql.integer(row, "row_no"),
                        row.getString("item_oid")),
                row.getString("action"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("reason"),
                row.getString("actor_id"),
                central,
                Sql.instant(row, "at"),
                CaseRows.seal(row));
    }

    /**
     * One entry of the audit trail about a participant, for the history file.
     *
     * @param site site of the record
     * @param event event OID; null where no event is concerned; logs have the OID of their log event
     * @param form form OID; null where the participant or a visit as a whole changed
     * @param row number of the row of a log; null for a visit's form
     * @param seal the signature, for the entry that tells of one; else null
     * @param central whether the person acted for the whole study and not from the site
     */
    record Line(
            Place place,
            String action,
            String oldValue,
            String newValue,
            String reason,
            String actor,
            boolean central,
            Instant at,
            CaseRow.Seal seal) {

        /** Where in the casebook, as far down as the entry goes. */
        record Place(
                long versionId, String site, String subject, String event, String form, Integer row, String item) {}

        boolean about(String wanted) {
            return action.equals(wanted);
        }
    }
}
