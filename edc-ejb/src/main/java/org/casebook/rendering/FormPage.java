package org.casebook.rendering;

import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;

/** A form that is filled at visits: its head, then question by question with the space for the answer. */
final class FormPage {

    private final Sheet sheet;
    private final FormDefinition form;
    private final Questions questions;
    private final AnswerFields answers;

    FormPage(Sheet sheet, FormDefinition form) {
        this.sheet = sheet;
        this.form = form;
        this.questions = new Questions(sheet);
        this.answers = new AnswerFields(sheet);
    }

    /** Where links to the form lead. */
    static String target(FormDefinition form) {
        return "form-" + form.oid();
    }

    void write() {
        sheet.begin(form.name().in(sheet.language), target(form), false);
        head(sheet, form);
        int number = 1;
        for (SectionDefinition section : form.sections()) {
            PdfPTable table = Grid.table(5, 47, 48);
            table.setSpacingBefore(8);
            title(table, section);
            for (ItemDefinition item : section.items()) {
                question(table, number++, item);
            }
            sheet.add(table);
        }
        if (form.signed()) {
            sheet.add(signature());
        }
    }

    /** Title, where it is filled, whose form it is, and what to keep in mind. */
    static void head(Sheet sheet, FormDefinition form) {
        sheet.add(sheet.paragraph(form.name().in(sheet.language), sheet.letters.heading(16), 0, 2));
        String visits = sheet.study.events().stream()
                .filter(event -> event.findForm(form.oid()).isPresent())
                .map(event -> event.name().in(sheet.language))
                .collect(Collectors.joining(", "));
        if (!visits.isEmpty()) {
            sheet.add(sheet.paragraph(sheet.words.of("filledAt", visits), sheet.letters.soft(8.5f), 0, 6));
        }
        sheet.add(whose(sheet, form));
        if (!form.help().isEmpty()) {
            sheet.add(sheet.paragraph(form.help().in(sheet.language), sheet.letters.note(9), 6, 0));
        }
    }

    private static PdfPTable whose(Sheet sheet, FormDefinition form) {
        boolean visit = sheet.study.events().stream()
                .filter(event -> event.findForm(form.oid()).isPresent())
                .anyMatch(event -> event.kind() != EventDefinition.Kind.LOG);
        PdfPTable strip = visit ? Grid.table(2, 3, 4, 3) : Grid.table(2, 3);
        String[] keys = visit
                ? new String[] {"site", "participant", "visit", "visitDate"}
                : new String[] {"site", "participant"};
        for (String key : keys) {
            PdfPCell cell = Grid.boxed(new Phrase(sheet.words.of(key), sheet.letters.soft(7.5f)));
            cell.setMinimumHeight(30);
            strip.addCell(cell);
        }
        return strip;
    }

    private void title(PdfPTable table, SectionDefinition section) {
        if (section.title().isEmpty() && section.help().isEmpty()) {
            return;
        }
        PdfPCell band = Grid.head(sheet.phrase(section.title().in(sheet.language), sheet.letters.heading(10)));
        band.setColspan(3);
        table.addCell(band);
        table.setHeaderRows(section.items().isEmpty() ? 0 : 1);
        if (!section.help().isEmpty()) {
            PdfPCell help = Grid.ruled(sheet.phrase(section.help().in(sheet.language), sheet.letters.note(8.5f)));
            help.setColspan(3);
            table.addCell(help);
        }
    }

    private void question(PdfPTable table, int number, ItemDefinition item) {
        boolean wide = answers.needsWholeWidth(item);
        PdfPCell place = Grid.ruled(new Phrase(number + "", sheet.letters.soft(9)));
        PdfPCell asked = Grid.ruled(new Phrase());
        questions.parts(item).forEach(asked::addElement);
        PdfPCell answer = Grid.ruled(new Phrase());
        answers.of(item).forEach(answer::addElement);
        if (wide) {
            place.setRowspan(2);
            asked.setColspan(2);
            asked.setBorderWidth(0);
            answer.setColspan(2);
        }
        table.addCell(place);
        table.addCell(asked);
        table.addCell(answer);
    }

    private PdfPTable signature() {
        PdfPTable strip = Grid.table(4, 4, 2);
        strip.setSpacingBefore(22);
        strip.setKeepTogether(true);
        for (String key : new String[] {"investigator", "signature", "date"}) {
            PdfPCell cell = Grid.boxed(new Phrase(sheet.words.of(key), sheet.letters.soft(7.5f)));
            cell.setMinimumHeight(38);
            strip.addCell(cell);
        }
        return strip;
    }

    /** A paragraph in a cell: no space around, lines as close as the size asks. */
    static Paragraph tight(Phrase content, float size) {
        Paragraph paragraph = new Paragraph(content);
        paragraph.setLeading(size * 1.25f);
        return paragraph;
    }
}
