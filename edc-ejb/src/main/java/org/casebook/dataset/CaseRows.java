package org.casebook.dataset;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.capture.Entry;
import org.casebook.capture.ItemState;
import org.casebook.definition.StudyDefinition;

/** The case forms of a study that are not void, with visit date and signature in force. */
final class CaseRows {

    /** Looking the provider up for each document would cost more than reading it. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String SELECT = """
            select f.id, f.site, f.subject_key, f.event_oid, f.form_oid, f.row_no, f.version_id, f.state, f.left_blank, f.locked,
                   f.document::text as document, v.visit_date, g.signer, g.signer_name, g.meaning, g.signed_at, g.signed_site
              from edc.case_form f
              left join edc.visit v
                on v.study = f.study and v.subject_key = f.subject_key and v.event_oid = f.event_oid
              left join edc.signature g on g.form_id = f.id and g.broken_at is null
             where f.study = ? and f.state <> 'VOID' and %s
             order by f.subject_key collate "C", array_position(?, split_part(f.event_oid, '~', 1)), length(f.event_oid), f.event_oid collate "C",
                      f.form_oid collate "C", f.row_no, f.id
            """;

    private final Sql sql;
    private final Cut cut;

    /** Ids of what was made void; null until a link asks. */
    private Set<String> deleted;

    CaseRows(Sql sql, Cut cut) {
        this.sql = sql;
        this.cut = cut;
    }

    void ofForm(String form, Consumer<CaseRow> reader) {
        sql.each(
                SELECT.formatted("f.form_oid = ?"),
                this::row,
                row -> {
                    if (isShown(row)) {
                        reader.accept(row);
                    }
                },
                cut.study(),
                form,
                cut.eventOrder());
    }

    List<CaseRow> ofSubject(String subject) {
        return sql
                .list(SELECT.formatted("f.subject_key = ?"), this::row, cut.study(), subject, cut.eventOrder())
                .stream()
                .filter(this::isShown)
                .toList();
    }

    private boolean isShown(CaseRow row) {
        return cut.blinding().showsEvent(row.place().event());
    }

    /**
     * A value that leads to a row.
     *
     * @param to id of the row; one that was deleted is not told
     */
    record Link(CaseRow from, String item, long to) {}

    /** The links of this form's row to rows that are not void, in the form's order. */
    static List<Link> links(CaseRow row, Cut.Blinding blinding) {
        return blinding.shown(row.version().form(row.place().form())).stream()
                .filter(item -> item.link() != null && row.cell(item) != null)
                .filter(item -> row.cell(item).value() != null)
                .flatMap(item -> Stream.of(row.cell(item).value().split(","))
                        .map(id -> new Link(row, item.oid(), Long.parseLong(id))))
                .toList();
    }

    /** Values that lead to rows by their ids alone, without those that were deleted. */
    private Map<String, CaseRow.Cell> linked(StudyDefinition version, String form, Map<String, CaseRow.Cell> cells) {
        version.form(form).items().stream()
                .filter(item -> item.link() != null && cells.containsKey(item.oid()))
                .forEach(item -> cells.computeIfPresent(item.oid(), (oid, cell) -> linked(cell)));
        return cells;
    }

    private CaseRow.Cell linked(CaseRow.Cell cell) {
        if (cell.value() == null) {
            return cell;
        }
        if (deleted == null) {
            deleted = Set.copyOf(sql.list(
                    "select id from edc.case_form where study = ? and state = 'VOID'",
                    row -> row.getString("id"),
                    cut.study()));
        }
        String ids = Stream.of(cell.value().split(","))
                .filter(id -> !deleted.contains(id))
                .collect(Collectors.joining(","));
        String kept = ids.isEmpty() ? null : ids;
        return new CaseRow.Cell(kept, kept, null, cell.blank(), true);
    }

    private CaseRow row(ResultSet row) throws SQLException {
        StudyDefinition version = cut.version(row.getLong("version_id"));
        return new CaseRow(
                row.getLong("id"),
                place(row),
                version,
                row.getString("state"),
                row.getBoolean("locked"),
                seal(row),
                row.getString("left_blank"),
                linked(version, row.getString("form_oid"), cells(row.getString("document"))));
    }

    private CaseRow.Place place(ResultSet row) throws SQLException {
        String form = row.getString("form_oid");
        String event = row.getString("event_oid");
        return new CaseRow.Place(
                row.getString("site"),
                row.getString("subject_key"),
                event == null ? cut.logOf(form).orElse(form) : event,
                row.getObject("visit_date", LocalDate.class),
                form,
                Sql.integer(row, "row_no"));
    }

    static CaseRow.Seal seal(ResultSet row) throws SQLException {
        String signer = row.getString("signer");
        return signer == null
                ? null
                : new CaseRow.Seal(
                        signer,
                        row.getString("signer_name"),
                        row.getString("meaning"),
                        Sql.instant(row, "signed_at"),
                        row.getString("signed_site"));
    }

    private static Map<String, CaseRow.Cell> cells(String document) {
        JsonObject items =
                JSON.createReader(new StringReader(document)).readObject().getJsonObject("items");
        Map<String, CaseRow.Cell> cells = new LinkedHashMap<>();
        if (items != null) {
            items.forEach((oid, content) -> cells.put(oid, cell(content.asJsonObject())));
        }
        return cells;
    }

    private static boolean isNotAsked(JsonObject item) {
        JsonArray checks = item.getJsonArray("c");
        boolean superfluous = checks != null
                && checks.getValuesAs(JsonString.class).stream()
                        .anyMatch(check -> check.getString().equals(ItemState.SUPERFLUOUS));
        return item.getBoolean("h", false) || superfluous;
    }

    private static CaseRow.Cell cell(JsonObject item) {
        if (item.containsKey("t") && isNotAsked(item)) {
            // what was typed before stays with the form and its history, and counts nowhere
            return new CaseRow.Cell(null, null, null, Entry.LeftBlank.NOT_APPLICABLE.name(), true);
        }
        return new CaseRow.Cell(
                item.getString("t", null),
                item.getString("v", null),
                item.getString("u", null),
                item.getString("b", null),
                item.getBoolean("ok", true));
    }
}
