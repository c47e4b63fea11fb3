package org.casebook.instrument;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmPart;

/**
 * Words of a study's forms from a table, {@code oid,part,language,text}: what a site or study may use of a licensed wording, or
 * a translation. Each row replaces one text or adds one; nothing else of the file is touched. A table with any fault is refused
 * whole.
 */
public final class Wording {

    static final List<String> COLUMNS = List.of("oid", "part", "language", "text");

    private static final String ROOM = "instrument";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    private static final int LARGEST = 2_000_000;
    private static final int LONGEST = 4_000;
    private static final int SHOWN = 5;

    private final Map<String, OdmPart> parts = new LinkedHashMap<>();
    private final List<Sentence> faults = new ArrayList<>();
    private int taken;

    private Wording(OdmPart version) {
        version.children().stream()
                .filter(part -> !WordPlaces.of(part).isEmpty())
                .forEach(part -> parts.put(Parts.oid(part), part));
    }

    /**
     * The file of a study with the words of a table.
     *
     * @param table CSV in UTF-8 with commas or semicolons, at most 2 MB; rows without a text are left out
     * @throws Invalid when the table cannot be read, names what the study does not have, or has no text at all
     */
    public static OdmPart of(StudyDefinition study, byte[] table, NewVersion version) {
        OdmPart own = Parts.version(study.source());
        Wording wording = new Wording(own);
        rows(table).forEach(wording::take);
        wording.refuseIfFaulty();
        OdmPart changed = Parts.changed(own, part -> wording.parts.getOrDefault(String.valueOf(Parts.oid(part)), part));
        return version.of(study.source(), changed);
    }

    private static List<NamedCsvRecord> rows(byte[] table) {
        String text = text(table);
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            if (rows.isEmpty() || !rows.get(0).getHeader().containsAll(COLUMNS)) {
                throw refused("columns");
            }
            if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
                // what follows would be taken for one text
                throw refused("openQuote");
            }
            return rows;
        } catch (CsvParseException | IllegalArgumentException unreadable) {
            throw refused("columns");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(byte[] table) {
        if (table.length > LARGEST) {
            throw refused("tooLarge");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noUtf8) {
            throw refused("notUtf8");
        }
    }

    private void take(NamedCsvRecord row) {
        String text = row.findField("text").orElse("").strip();
        if (text.isEmpty()) {
            return;
        }
        String oid = row.findField("oid").orElse("").strip();
        String place = row.findField("part").orElse("").strip();
        String language = row.findField("language").orElse("").strip();
        String line = String.valueOf(row.getStartingLineNumber());
        if (!parts.containsKey(oid)) {
            fault("noPart", line, oid);
        } else if (!language.matches(LANGUAGE)) {
            fault("badLanguage", line, language);
        } else if (text.length() > LONGEST || text.codePoints().anyMatch(Wording::isControl)) {
            fault("badText", line, String.valueOf(LONGEST));
        } else {
            WordPlaces.with(parts.get(oid), place, language, text)
                    .ifPresentOrElse(
                            changed -> {
                                parts.put(oid, changed);
                                taken++;
                            },
                            () -> fault(
                                    "noPlace",
                                    line,
                                    oid,
                                    place,
                                    String.join(
                                            ", ", WordPlaces.of(parts.get(oid)).keySet())));
        }
    }

    /** What XML cannot hold. */
    private static boolean isControl(int character) {
        return character < ' ' && character != '\n' && character != '\t' && character != '\r';
    }

    private void fault(String sentence, String... said) {
        faults.add(Sentence.of(ROOM, sentence, (Serializable[]) said));
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            Sentence first = faults.stream()
                    .limit(SHOWN)
                    .reduce((one, next) -> Sentence.of(ROOM, "and", one, next))
                    .orElseThrow();
            throw new Invalid(Sentence.of(ROOM, "faulty", faults.size(), first));
        }
        if (taken == 0) {
            throw refused("noText");
        }
    }

    private static Invalid refused(String sentence) {
        return new Invalid(Sentence.of(ROOM, sentence));
    }
}
