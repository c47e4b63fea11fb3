package org.casebook.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Finding.Part;
import org.casebook.definition.StudyDefinition;

/**
 * One form as a table: a row for each form (for a log: each row) that is not void, a column for each item, and for choices a
 * second column with the words.
 */
final class FormCsv {

    private static final List<String> LEADING = List.of(
            "study",
            "site",
            "subject",
            "event",
            "event_name",
            "visit_date",
            "row",
            "state",
            "locked",
            "signed",
            "signed_by",
            "signed_at");
    private static final List<String> TRAILING = List.of("left_blank", "not_readable");

    private final StudyDefinition study;
    private final String key;
    private final List<ItemDefinition> items;
    private final CsvWriter csv;

    /**
     * @param key of the study, as it stands in the first column
     * @param study by which the columns are laid out
     */
    FormCsv(String key, StudyDefinition study, FormDefinition form, Cut.Blinding blinding, OutputStream out) {
        this.key = key;
        this.study = study;
        this.items = blinding.shown(form);
        this.csv = writer(out);
        csv.writeRecord(columns());
    }

    /** Commas, CRLF, quotes where needed (RFC 4180), UTF-8 without byte order mark; does not close the stream. */
    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .autoFlush(false)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Column names, in order; an item without a usable name goes by its OID. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(LEADING);
        for (ItemDefinition item : items) {
            columns.add(name(item, items));
            if (item.codeList() != null) {
                columns.add(name(item, items) + "_decode");
            }
            if (isInUnits(item)) {
                columns.add(name(item, items) + "_unit");
                columns.add(name(item, items) + "_standard");
            }
        }
        columns.addAll(TRAILING);
        return columns;
    }

    static String name(ItemDefinition item, List<ItemDefinition> items) {
        boolean usable = item.name() != null && item.name().matches("[A-Za-z_][A-Za-z0-9_]*");
        boolean alone = items.stream()
                        .filter(other -> Objects.equals(other.name(), item.name()))
                        .count()
                == 1;
        return FormulaGuard.guard(usable && alone ? item.name() : item.oid());
    }

    void row(CaseRow row) {
        List<String> cells = leading(row);
        List<String> blank = new ArrayList<>();
        if (row.leftBlank() != null) {
            blank.add("(form): " + row.leftBlank());
        }
        List<String> unreadable = new ArrayList<>();
        for (ItemDefinition item : items) {
            CaseRow.Cell cell = typed(row, item);
            cells.add(value(item, cell));
            if (item.codeList() != null) {
                cells.add(FormulaGuard.guard(decode(item.codeList(), cell)));
            }
            if (isInUnits(item)) {
                cells.addAll(withUnit(row, item, cell));
            }
            if (cell != null && cell.blank() != null) {
                blank.add(name(item, items) + ": " + cell.blank());
            }
            if (cell != null && !cell.valid()) {
                unreadable.add(name(item, items));
            }
        }
        cells.add(FormulaGuard.guard(String.join("; ", blank)));
        cells.add(String.join(" ", unreadable));
        csv.writeRecord(cells);
    }

    private static boolean isLimit(ItemDefinition item) {
        return item.finding() != null
                && (item.finding().part() == Part.LOW || item.finding().part() == Part.HIGH);
    }

    /** Whether the unit of a number differs from row to row; a limit goes with the value that was held against it. */
    private boolean isInUnits(ItemDefinition item) {
        return !study.unitsOf(item).isEmpty()
                || isLimit(item)
                        && items.stream()
                                .filter(value ->
                                        value.oid().equals(item.finding().of()))
                                .anyMatch(value -> !study.unitsOf(value).isEmpty());
    }

    /** The cell as it was typed; a limit in the unit in which its value was typed (CDISC LBORNRLO stands beside LBORRES). */
    private static CaseRow.Cell typed(CaseRow row, ItemDefinition item) {
        CaseRow.Cell cell = row.cell(item);
        CaseRow.Cell value = isLimit(item) ? row.cells().get(item.finding().of()) : null;
        if (cell == null || cell.value() == null || value == null || value.unit() == null) {
            return cell;
        }
        String limit = row.version().units().get(value.unit()).fromStandard(cell.value());
        return new CaseRow.Cell(limit, limit, value.unit(), cell.blank(), cell.valid());
    }

    /** The unit that was typed in, by its symbol, and the value in the item's own unit. */
    private static List<String> withUnit(CaseRow row, ItemDefinition item, CaseRow.Cell cell) {
        StudyDefinition version = row.version();
        if (cell == null || cell.shown() == null) {
            return List.of("", "");
        }
        StudyDefinition.Unit unit =
                cell.unit() == null ? item.unit() : version.units().get(cell.unit());
        String standard = cell.unit() == null ? cell.value() : cell.standard(version, item);
        if (isLimit(item)) {
            standard = row.cell(item).value();
        }
        return List.of(FormulaGuard.guard(unit.symbol()), standard == null ? "" : standard);
    }

    private List<String> leading(CaseRow row) {
        CaseRow.Place place = row.place();
        CaseRow.Seal seal = row.signed();
        List<String> cells = new ArrayList<>(Arrays.asList(
                FormulaGuard.guard(key), place.site(), place.subject(), FormulaGuard.guard(place.event())));
        cells.add(FormulaGuard.guard(row.version()
                .findEvent(place.event())
                .map(event -> event.name().text())
                .orElse("")));
        cells.add(text(place.visitDate()));
        cells.add(text(place.row()));
        cells.add(row.state());
        cells.add(row.locked() ? "true" : "false");
        cells.add(seal == null ? "false" : "true");
        cells.add(seal == null ? "" : FormulaGuard.guard(seal.name()));
        cells.add(seal == null ? "" : seal.at().toString());
        return cells;
    }

    private static String value(ItemDefinition item, CaseRow.Cell cell) {
        if (cell == null || cell.shown() == null) {
            return "";
        }
        boolean text = !cell.valid()
                || switch (item.type()) {
                    case TEXT, LONG_TEXT, ATTACHMENT -> true;
                    // codes are the study's text; those that are numbers stay numbers
                    case CHOICE, MULTI_CHOICE, ROW_LINK -> !cell.shown().matches("[+-]?\\d+(\\.\\d+)?");
                    default -> false;
                };
        return text ? FormulaGuard.guard(cell.shown()) : cell.shown();
    }

    private static String decode(CodeListDefinition list, CaseRow.Cell cell) {
        if (cell == null || !cell.valid() || cell.shown() == null) {
            return "";
        }
        return Arrays.stream(cell.shown().split(","))
                .map(code ->
                        list.find(code).map(answer -> answer.decode().text()).orElse(code))
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
