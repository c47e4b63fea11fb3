package org.casebook.laboratory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casebook.kernel.Invalid;

/**
 * A file of ranges: CSV with a line of column names, separated by commas or semicolons.
 *
 * @param rows in the file's order
 */
record RangeFile(List<Row> rows) {

    static final List<String> COLUMNS = List.of(
            "laboratory", "analyte", "unit", "low", "high", "sex", "age_from", "age_to", "age_unit", "from", "to");

    private static final Set<String> NEEDED = Set.of("laboratory", "analyte", "from");
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST = 1_000_000;

    /** One row and the line at which it begins. */
    record Row(long line, RangeDraft draft) {}

    /**
     * @throws Invalid when it is no such file
     */
    static RangeFile read(String content) {
        if (content == null || content.isBlank()) {
            throw new Invalid(
                    "The file is empty. Its first line names the columns: " + String.join(", ", COLUMNS) + ".");
        }
        if (content.length() > LONGEST) {
            throw new Invalid("The file has more than 1,000,000 characters. Split it.");
        }
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        String head = text.lines().findFirst().orElse("");
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .fieldSeparator(head.contains(";") ? ';' : ',')
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (rows.isEmpty()) {
                    requireColumns(row.getHeader());
                }
                rows.add(new Row(row.getStartingLineNumber(), draft(row)));
                if (rows.size() > MOST_ROWS) {
                    throw new Invalid("The file has more than 5,000 rows. Split it.");
                }
            }
        } catch (CsvParseException | java.io.IOException unreadable) {
            throw new Invalid("The file is no CSV: " + unreadable.getMessage());
        }
        if (rows.isEmpty()) {
            throw new Invalid("The file has no row below its column names.");
        }
        return new RangeFile(rows);
    }

    private static void requireColumns(List<String> header) {
        List<String> known = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> strange =
                known.stream().filter(name -> !COLUMNS.contains(name)).toList();
        if (!strange.isEmpty() || !known.containsAll(NEEDED)) {
            throw new Invalid("The first line must name the columns %s; laboratory, analyte and from are needed.%s"
                    .formatted(
                            String.join(", ", COLUMNS),
                            strange.isEmpty() ? "" : " Not known: " + String.join(", ", strange) + "."));
        }
    }

    private static RangeDraft draft(NamedCsvRecord row) {
        String[] cells = COLUMNS.stream().map(name -> cell(row, name)).toArray(String[]::new);
        int i = 0;
        return new RangeDraft(
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i++],
                cells[i]);
    }

    private static String cell(NamedCsvRecord row, String name) {
        return row.getHeader().stream()
                .filter(column -> column.strip().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .flatMap(row::findField)
                .orElse(null);
    }
}
