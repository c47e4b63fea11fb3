package org.casebook.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.dataset.ParticipantRows.VisitRow;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;

/** The tables beside the forms: participants, visits, queries, and the dictionary of all columns. */
final class TableCsv {

    static final List<String> PARTICIPANTS = List.of(
            "study",
            "site",
            "site_name",
            "subject",
            "status",
            "added_at",
            "randomization_number",
            "randomized_at",
            "ended_on",
            "treatment_stopped_on",
            "withdrawn_from");
    static final List<String> VISITS =
            List.of("study", "site", "subject", "event", "event_name", "status", "visit_date", "reason");
    static final List<String> TRANSFERS =
            List.of("subject", "from_site", "to_site", "date", "reason", "recorded_at", "recorded_by");
    static final List<String> QUERIES = List.of(
            "site",
            "subject",
            "event",
            "form",
            "row",
            "item",
            "check",
            "state",
            "text",
            "opened_by",
            "opened_at",
            "changed_at",
            "messages");
    /** One line for each link, with both ids and where both stand, as SDTM's RELREC relates records. */
    static final List<String> RELATIONS = List.of(
            "study",
            "site",
            "subject",
            "from_id",
            "from_event",
            "from_form",
            "from_row",
            "item",
            "to_id",
            "to_event",
            "to_form",
            "to_row");

    static final List<String> ATTACHMENTS = List.of(
            "site",
            "subject",
            "event",
            "form",
            "row",
            "item",
            "file",
            "name",
            "type",
            "size",
            "sha256",
            "attached_at",
            "attached_by");
    /** In a dataset of an unblinded study alone. */
    static final List<String> TREATMENTS =
            List.of("study", "site", "subject", "randomization_number", "arm_oid", "treatment");

    static final List<String> DICTIONARY = List.of(
            "file",
            "column",
            "label",
            "type",
            "unit",
            "codes",
            "mandatory",
            "derived",
            "critical",
            "form_oid",
            "item_oid",
            "aliases");

    private final Cut cut;
    private final CsvWriter csv;

    TableCsv(Cut cut, OutputStream out, List<String> columns) {
        this.cut = cut;
        this.csv = FormCsv.writer(out);
        csv.writeRecord(columns);
    }

    void participant(ParticipantRows.Row row) {
        String siteName = cut.sites().stream()
                .filter(site -> site.number().equals(row.site()))
                .map(Cut.SiteRow::name)
                .findFirst()
                .orElse("");
        record(Arrays.asList(
                cut.study(),
                row.site(),
                FormulaGuard.guard(siteName),
                row.subject(),
                row.status(),
                text(row.enrolledAt()),
                row.randomizationNumber(),
                text(row.randomizedAt()),
                text(row.standing().endedOn()),
                text(row.standing().treatmentStoppedOn()),
                row.standing().withdrawnFrom()));
    }

    /**
     * @param to the row to which the link leads
     */
    void relation(CaseRows.Link link, CaseRow to) {
        CaseRow.Place from = link.from().place();
        record(Arrays.asList(
                cut.study(),
                from.site(),
                from.subject(),
                text(link.from().id()),
                FormulaGuard.guard(from.event()),
                from.form(),
                text(from.row()),
                link.item(),
                text(link.to()),
                FormulaGuard.guard(to.place().event()),
                to.place().form(),
                text(to.place().row())));
    }

    void visit(VisitRow row) {
        String name = cut.newest()
                .findEvent(row.event())
                .map(EventDefinition::name)
                .map(Object::toString)
                .orElse("");
        record(Arrays.asList(
                cut.study(),
                row.site(),
                row.subject(),
                row.event(),
                FormulaGuard.guard(name),
                row.status(),
                text(row.date()),
                FormulaGuard.guard(row.reason())));
    }

    void record(List<String> cells) {
        csv.writeRecord(cells.stream().map(cell -> cell == null ? "" : cell).toList());
    }

    /** One line for each item column of a form's file; the columns that every file has are told in README.txt. */
    int dictionary(String file, FormDefinition form) {
        List<ItemDefinition> items = cut.blinding().shown(form);
        items.forEach(item -> record(Arrays.asList(
                file,
                FormCsv.name(item, items),
                FormulaGuard.guard(item.question().text()),
                OdmMetadata.dataType(item),
                item.unit() == null ? "" : item.unit().symbol(),
                FormulaGuard.guard(codes(item)),
                OdmMetadata.yes(item.mandatory()),
                OdmMetadata.yes(item.isDerived()),
                OdmMetadata.yes(item.critical()),
                form.oid(),
                item.oid(),
                item.aliases().stream()
                        .map(alias -> alias.context() + "=" + alias.name())
                        .collect(Collectors.joining("; ")))));
        return items.size();
    }

    private static String codes(ItemDefinition item) {
        return item.codeList() == null
                ? ""
                : item.codeList().items().stream()
                        .map(answer -> answer.code() + "=" + answer.decode().text())
                        .collect(Collectors.joining("; "));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Hands all bytes to the stream, without closing it. */
    void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
