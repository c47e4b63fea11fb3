package org.casebook.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Participants, their visits and the queries on their data. */
final class ParticipantRows {

    private static final String VISITS = """
            select site, subject_key, event_oid, status, visit_date, reason from edc.visit
             where study = ? and (?::text is null or subject_key = ?)
             order by subject_key collate "C", array_position(?, split_part(event_oid, '~', 1)), length(event_oid), event_oid collate "C", id
            """;

    /** Place of the event among the columns of a query. */
    private static final int EVENT = 2;

    private final Sql sql;
    private final Cut cut;

    ParticipantRows(Sql sql, Cut cut) {
        this.sql = sql;
        this.cut = cut;
    }

    void each(Consumer<Row> reader) {
        sql.each(
                """
                select site, subject_key, status, version_id, added_at, randomization_number, randomized_at,
                       ended_on, treatment_stopped_on, withdrawn_from
                  from edc.subject where study = ? order by version_id, subject_key collate "C"
                """,
                row -> new Row(
                        row.getString("site"),
                        row.getString("subject_key"),
                        row.getString("status"),
                        row.getLong("version_id"),
                        Sql.instant(row, "added_at"),
                        row.getString("randomization_number"),
                        Sql.instant(row, "randomized_at"),
                        new Standing(
                                row.getObject("ended_on", LocalDate.class),
                                row.getObject("treatment_stopped_on", LocalDate.class),
                                row.getString("withdrawn_from"))),
                reader,
                cut.study());
    }

    /** The visits of one participant; of all when {@code subject} is null. */
    void visits(String subject, Consumer<VisitRow> reader) {
        sql.each(
                VISITS,
                row -> new VisitRow(
                        row.getString("site"),
                        row.getString("subject_key"),
                        row.getString("event_oid"),
                        row.getString("status"),
                        row.getObject("visit_date", LocalDate.class),
                        row.getString("reason")),
                visit -> {
                    if (cut.blinding().showsEvent(visit.event())) {
                        reader.accept(visit);
                    }
                },
                cut.study(),
                subject,
                subject,
                cut.eventOrder());
    }

    /** Each query as its columns, in the order of {@link TableCsv#QUERIES}; the last is how often it was spoken to. */
    void queries(Consumer<List<String>> reader) {
        sql.each(
                """
                select q.site, q.subject_key, q.event_oid, q.form_oid, f.row_no, q.item_oid, q.check_oid, q.state, q.text,
                       q.opened_name, q.opened_at, q.changed_at,
                       (select count(*) from edc.query_message m where m.query_id = q.id) as messages
                  from edc.query q join edc.case_form f on f.id = q.form_id
                 where q.study = ? order by q.subject_key collate "C", q.id
                """,
                row -> Arrays.asList(
                        row.getString("site"),
                        row.getString("subject_key"),
                        row.getString("event_oid"),
                        row.getString("form_oid"),
                        row.getString("row_no"),
                        row.getString("item_oid"),
                        row.getString("check_oid"),
                        row.getString("state"),
                        FormulaGuard.guard(row.getString("text")),
                        FormulaGuard.guard(row.getString("opened_name")),
                        String.valueOf(Sql.instant(row, "opened_at")),
                        String.valueOf(Sql.instant(row, "changed_at")),
                        row.getString("messages")),
                query -> {
                    if (cut.blinding().showsEvent(query.get(EVENT))) {
                        reader.accept(query);
                    }
                },
                cut.study());
    }

    /** Each transfer as its columns, in the order of {@link TableCsv#TRANSFERS}. */
    void transfers(Consumer<List<String>> reader) {
        sql.each(
                """
                select subject_key, from_site, to_site, on_date, reason, at, person
                  from edc.subject_move where study = ? order by subject_key collate "C", id
                """,
                row -> Arrays.asList(
                        row.getString("subject_key"),
                        row.getString("from_site"),
                        row.getString("to_site"),
                        row.getString("on_date"),
                        FormulaGuard.guard(row.getString("reason")),
                        String.valueOf(Sql.instant(row, "at")),
                        FormulaGuard.guard(row.getString("person"))),
                reader,
                cut.study());
    }

    /**
     * One participant as a dataset tells of him: no arm, nothing from which one could be told.
     *
     * @param enrolledAt when the participant was added, UTC
     * @param randomizationNumber null before randomisation; numbers follow the order of randomisation at the site
     */
    record Row(
            String site,
            String subject,
            String status,
            long versionId,
            Instant enrolledAt,
            String randomizationNumber,
            Instant randomizedAt,
            Standing standing) {}

    /**
     * What of a participation is over; null where it goes on.
     *
     * @param withdrawnFrom TREATMENT, FOLLOW_UP or DATA: the data must not be used
     */
    record Standing(LocalDate endedOn, LocalDate treatmentStoppedOn, String withdrawnFrom) {

        boolean dataWithdrawn() {
            return "DATA".equals(withdrawnFrom);
        }
    }

    /** One visit of a participant. */
    record VisitRow(String site, String subject, String event, String status, LocalDate date, String reason) {}
}
