package org.casebook.instrument;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.OdmPart;

/** The words of a study's instruments as the table that {@link Wording} reads, to be filled with what may be used. */
public final class WordTable {

    private WordTable() {}

    /**
     * The table, CSV in UTF-8 with its mark, which spreadsheets need.
     *
     * @param language tag, for example {@code de}; what has no text in it has an empty one, and the row stays to be filled
     */
    public static byte[] of(StudyDefinition study, String language) {
        Set<String> wanted = new TreeSet<>();
        Instruments.of(study)
                .forEach(instrument -> named(study.form(instrument.formOid())).forEach(wanted::add));
        StringWriter out = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(Wording.COLUMNS);
            Parts.version(study.source()).children().stream()
                    .filter(part -> wanted.contains(String.valueOf(Parts.oid(part))))
                    .forEach(part -> write(csv, part, language));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(CsvWriter csv, OdmPart part, String language) {
        WordPlaces.of(part)
                .forEach((place, texts) -> csv.writeRecord(
                        Parts.oid(part), place, language, Map.copyOf(texts).getOrDefault(language, "")));
    }

    private static Stream<String> named(FormDefinition form) {
        return Stream.of(
                        Stream.of(form.oid()),
                        form.sections().stream().map(SectionDefinition::oid).filter(oid -> oid != null),
                        form.items().stream().map(ItemDefinition::oid),
                        form.items().stream()
                                .filter(item -> item.codeList() != null)
                                .map(item -> item.codeList().oid()))
                .flatMap(oids -> oids);
    }
}
