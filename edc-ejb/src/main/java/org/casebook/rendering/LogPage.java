package org.casebook.rendering;

import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;

/** A log: rows to fill, a column for each question, and below them a key that says how each is answered. */
final class LogPage {

    private static final int COLUMNS = 9;
    private static final int ROWS = 8;
    private static final int SHORT_LIST = 3;

    private final Sheet sheet;
    private final FormDefinition form;
    private final Questions questions;

    LogPage(Sheet sheet, FormDefinition form) {
        this.sheet = sheet;
        this.form = form;
        this.questions = new Questions(sheet);
    }

    void write() {
        sheet.begin(form.name().in(sheet.language), FormPage.target(form), true);
        FormPage.head(sheet, form);
        List<ItemDefinition> items = form.items();
        int parts = (items.size() + COLUMNS - 1) / COLUMNS;
        int columns = (items.size() + parts - 1) / parts;
        int rows = Math.max(3, ROWS / parts);
        for (int from = 0; from < items.size(); from += columns) {
            sheet.add(rows(from, items.subList(from, Math.min(items.size(), from + columns)), rows));
        }
        sheet.add(sheet.paragraph(sheet.words.of("moreRows"), sheet.letters.note(8.5f), 4, 0));
        sheet.begin(form.name().in(sheet.language) + " · " + sheet.words.of("key"), null, false);
        sheet.add(sheet.paragraph(
                sheet.words.of("keyOf", form.name().in(sheet.language)), sheet.letters.heading(12), 0, 8));
        sheet.add(key(items));
    }

    private PdfPTable rows(int before, List<ItemDefinition> items, int rows) {
        float[] shares = new float[items.size() + 1];
        Arrays.fill(shares, 4);
        shares[0] = 1.2f;
        for (int i = 0; i < items.size(); i++) {
            shares[i + 1] = share(items.get(i));
        }
        PdfPTable table = Grid.table(shares);
        table.setSpacingBefore(10);
        table.setHeaderRows(1);
        table.addCell(Grid.head(new Phrase(sheet.words.of("row"), sheet.letters.bold(7.5f))));
        for (int i = 0; i < items.size(); i++) {
            table.addCell(Grid.head(heading(before + i + 1, items.get(i))));
        }
        for (int row = 1; row <= rows; row++) {
            PdfPCell number = Grid.boxed(new Phrase(String.valueOf(row), sheet.letters.soft(8)));
            number.setMinimumHeight(32);
            table.addCell(number);
            items.forEach(item -> table.addCell(Grid.boxed(inRow(item))));
        }
        return table;
    }

    private static float share(ItemDefinition item) {
        return switch (item.type()) {
            case TEXT, LONG_TEXT -> 6;
            case BOOLEAN, INTEGER, DECIMAL, TIME -> 3;
            default -> 4;
        };
    }

    private Phrase heading(int number, ItemDefinition item) {
        Phrase heading = sheet.phrase(number + ". ", sheet.letters.soft(7.5f));
        heading.add(sheet.phrase(item.question().in(sheet.language), sheet.letters.bold(7.5f)));
        String unit = AnswerFields.unit(item);
        if (!unit.isEmpty()) {
            heading.add(sheet.phrase(" (" + unit + ")", sheet.letters.soft(7.5f)));
        }
        return heading;
    }

    private Phrase inRow(ItemDefinition item) {
        String hint = switch (item.type()) {
            case BOOLEAN -> "○ " + sheet.words.of("yes") + "  ○ " + sheet.words.of("no");
            case DATE, PARTIAL_DATE, DATETIME -> sheet.words.of("date.boxes");
            case TIME -> sheet.words.of("time.boxes");
            case CHOICE -> item.codeList().items().size() <= SHORT_LIST ? codes(item, "○ ", "  ") : "";
            default -> "";
        };
        return sheet.phrase(hint, sheet.letters.soft(7));
    }

    private String codes(ItemDefinition item, String before, String between) {
        return item.codeList().items().stream()
                .map(code -> before + code.decode().in(sheet.language))
                .collect(Collectors.joining(between));
    }

    private PdfPTable key(List<ItemDefinition> items) {
        PdfPTable key = Grid.table(5, 47, 48);
        for (int i = 0; i < items.size(); i++) {
            ItemDefinition item = items.get(i);
            key.addCell(Grid.ruled(new Phrase(String.valueOf(i + 1), sheet.letters.soft(9))));
            PdfPCell asked = Grid.ruled(new Phrase());
            questions.parts(item).forEach(asked::addElement);
            key.addCell(asked);
            PdfPCell answers = Grid.ruled(new Phrase());
            answers.addElement(how(item));
            key.addCell(answers);
        }
        return key;
    }

    private Paragraph how(ItemDefinition item) {
        Paragraph how = new Paragraph(12);
        if (item.isDerived()) {
            how.add(sheet.phrase(
                    sheet.words.of("computed", AnswerFields.unit(item)).strip(), sheet.letters.note(8)));
        } else if (item.type().isChoice()) {
            item.codeList().items().forEach(code -> {
                how.add(sheet.phrase(code.decode().in(sheet.language), sheet.letters.plain(9)));
                how.add(sheet.phrase("  " + code.code() + "\n", sheet.letters.soft(7)));
            });
        } else {
            how.add(sheet.phrase(sheet.words.of("type." + item.type()), sheet.letters.plain(9)));
            how.add(sheet.phrase("  " + AnswerFields.unit(item), sheet.letters.plain(9)));
        }
        return how;
    }
}
