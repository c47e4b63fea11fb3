package org.casebook.rendering;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;

/** Which study and which version of it the forms belong to, and how the forms are read. */
final class CoverPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Sheet sheet;
    private final StudyDefinition study;
    private final SheetWords words;

    CoverPage(Sheet sheet) {
        this.sheet = sheet;
        this.study = sheet.study;
        this.words = sheet.words;
    }

    void write() {
        sheet.begin(words.of("cover"), "cover", false);
        sheet.add(sheet.paragraph(words.of("title"), sheet.letters.soft(13), 90, 6));
        sheet.add(sheet.paragraph(study.name(), sheet.letters.heading(26), 0, 8));
        if (!study.description().isEmpty()) {
            sheet.add(sheet.paragraph(study.description().in(sheet.language), sheet.letters.plain(11), 0, 22));
        }
        sheet.add(facts());
        sheet.add(sheet.paragraph(words.of("howToRead"), sheet.letters.heading(11), 26, 4));
        for (String line : words.of("howToReadLines").split("\\|")) {
            sheet.add(sheet.paragraph("–  " + line, sheet.letters.plain(9), 0, 2));
        }
    }

    private PdfPTable facts() {
        PdfPTable facts = Grid.table(1, 3);
        fact(facts, "study", study.oid());
        fact(facts, "version", study.versionOid() + " · " + study.versionName());
        fact(facts, "loaded", TIME.format(sheet.loaded));
        fact(facts, "file", sheet.sha256);
        fact(facts, "language", words.of("languages", sheet.language, String.join(", ", study.languages())));
        int items = study.forms().values().stream()
                .mapToInt(form -> form.items().size())
                .sum();
        long logs = study.forms().values().stream().filter(FormDefinition::log).count();
        fact(
                facts,
                "contents",
                words.of(
                        "counts",
                        study.forms().size(),
                        logs,
                        items,
                        study.events().size()));
        return facts;
    }

    private void fact(PdfPTable facts, String key, String value) {
        PdfPCell label = Grid.head(new Phrase(words.of(key), sheet.letters.bold(9)));
        facts.addCell(label);
        facts.addCell(Grid.boxed(sheet.phrase(value, sheet.letters.plain(9))));
    }
}
