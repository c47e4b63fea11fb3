package org.casebook.laboratory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * A file of ranges: CSV with a line of column names, separated by commas or semicolons.
 *
 * @param rows in the file's order
 */
record RangeFile(List<Row> rows) {

    static final List<String> COLUMNS = List.of(
            "laboratory", "analyte", "unit", "low", "high", "sex", "age_from", "age_to", "age_unit", "from", "to");

    private static final String NAMES = String.join(", ", COLUMNS);
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
            throw new Invalid(Sentence.of("laboratory", "emptyFile", NAMES));
        }
        if (content.length() > LONGEST) {
            throw new Invalid(Sentence.of("laboratory", "longFile"));
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
                    throw new Invalid(Sentence.of("laboratory", "manyRows"));
                }
            }
        } catch (CsvParseException | IOException unreadable) {
            throw new Invalid(Sentence.of("laboratory", "noCsv", unreadable.getMessage()));
        }
        if (rows.isEmpty()) {
            throw new Invalid(Sentence.of("laboratory", "noRows"));
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
            Sentence needed = Sentence.of("laboratory", "columns", NAMES);
            throw new Invalid(
                    strange.isEmpty()
                            ? needed
                            : Sentence.of("laboratory", "strangeColumns", needed, String.join(", ", strange)));
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

    /** The file of which {@link #read} makes the same ranges. */
    static String write(List<RangeView> ranges) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            ranges.forEach(range -> csv.writeRecord(cells(range)));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return text.toString();
    }

    private static List<String> cells(RangeView range) {
        return Stream.of(
                        range.laboratory(),
                        range.analyte(),
                        range.unit(),
                        plain(range.low()),
                        plain(range.high()),
                        range.sex(),
                        range.ages().from(),
                        range.ages().to(),
                        range.ages().isAny() ? null : range.ages().unit().name().toLowerCase(Locale.ROOT),
                        range.from(),
                        range.to())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
