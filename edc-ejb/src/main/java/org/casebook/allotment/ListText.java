package org.casebook.allotment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cells of a list from elsewhere: UTF-8 or UTF-16 with a byte order mark, UTF-8 or, failing that, Windows-1252 without;
 * separated by comma, semicolon or tab, quoted or not.
 *
 * @param headings of the first row, as written
 * @param rows the others, with something in a column that has a heading
 */
record ListText(List<String> headings, List<Row> rows) {

    static final int MOST_BYTES = 2_000_000;
    static final int MOST_ROWS = 20_000;

    /**
     * @param line in the file, from 1
     */
    record Row(long line, List<String> cells) {

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * @throws ListFileIsFaulty when it is no such file
     */
    static ListText read(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw whole(ListFile.said("fileTooLarge"));
        }
        String text = decoded(content);
        if (text.isBlank()) {
            throw whole(ListFile.said("fileEmpty"));
        }
        if (text.indexOf('\0') >= 0) {
            throw whole(ListFile.said("fileNoText"));
        }
        List<Row> all = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            csv.forEach(row -> all.add(new Row(
                    row.getStartingLineNumber(),
                    row.getFields().stream().map(String::strip).toList())));
        } catch (CsvParseException | IOException unreadable) {
            throw whole(ListFile.said("fileUnreadable", String.valueOf(unreadable.getMessage())));
        }
        if (all.size() > MOST_ROWS) {
            throw whole(ListFile.said("fileTooLong"));
        }
        List<String> headings = all.get(0).cells();
        List<Row> rows = all.stream().skip(1).filter(row -> says(row, headings)).toList();
        return new ListText(headings, rows);
    }

    /** The column under one of these headings; -1 when there is none. */
    int column(Set<String> names) {
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            if (names.stream().anyMatch(heading::equalsIgnoreCase)) {
                return column;
            }
        }
        return -1;
    }

    private static boolean says(Row row, List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            if (!headings.get(column).isEmpty() && !row.cell(column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(byte[] content) {
        String text = Stream.of(marked(content), strict(content, StandardCharsets.UTF_8))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new String(content, Charset.forName("windows-1252")));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> marked(byte[] content) {
        boolean sixteen = content.length > 1
                && ((content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF
                        || (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE);
        return sixteen ? strict(content, StandardCharsets.UTF_16) : Optional.empty();
    }

    private static Optional<String> strict(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    /** What stands most often in the first line. */
    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        mark -> head.chars().filter(one -> one == mark).count()))
                .orElse(',');
    }

    static ListFileIsFaulty whole(String sentence) {
        return new ListFileIsFaulty(List.of(new ListFault(0, "", sentence)));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
