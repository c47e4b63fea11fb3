package org.casebook.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPTable;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.definition.ItemDefinition;
import org.casebook.rules.DataType;

/** The space for an answer, as its type is written by hand. */
final class AnswerFields {

    private static final int LONG_LIST = 8;
    private static final int MOST_BOXES = 6;

    private final Sheet sheet;
    private final Drawings drawings;

    AnswerFields(Sheet sheet) {
        this.sheet = sheet;
        this.drawings = new Drawings(sheet);
    }

    /** Whether the answer stands below the question instead of beside it. */
    boolean needsWholeWidth(ItemDefinition item) {
        return item.type() == DataType.VAS && item.scale() != null;
    }

    List<Element> of(ItemDefinition item) {
        if (item.isDerived()) {
            return List.of(note(sheet.words.of("computed", unit(item)).strip()));
        }
        return switch (item.type()) {
            case BOOLEAN -> List.of(choices("○", List.of(sheet.words.of("yes"), sheet.words.of("no"))));
            case CHOICE -> codes("○", item);
            case MULTI_CHOICE ->
                Stream.concat(Stream.of(note(sheet.words.of("allThatApply"))), codes("□", item).stream())
                        .toList();
            case DATE -> List.of(inLine(drawings.boxes(sheet.words.of("date.boxes")), ""));
            case PARTIAL_DATE ->
                List.of(inLine(drawings.boxes(sheet.words.of("date.boxes")), ""), note(sheet.words.of("unknownPart")));
            case TIME -> List.of(inLine(drawings.boxes(sheet.words.of("time.boxes")), ""));
            case DATETIME ->
                List.of(
                        inLine(drawings.boxes(sheet.words.of("date.boxes")), ""),
                        inLine(drawings.boxes(sheet.words.of("time.boxes")), ""));
            case INTEGER, DECIMAL, CALCULATED -> List.of(number(item));
            case VAS -> item.scale() == null ? List.of(number(item)) : List.of(scale(item));
            case LONG_TEXT -> List.of(lines(4));
            case ROW_LINK ->
                List.of(
                        lines(1),
                        note(sheet.words.of(
                                item.link().many() ? "rowsOf" : "rowOf",
                                sheet.study.form(item.link().form()).name().in(sheet.language))));
            default -> List.of(lines(1));
        };
    }

    private Paragraph number(ItemDefinition item) {
        Integer length = item.length();
        boolean boxes = item.type() == DataType.INTEGER && length != null && length <= MOST_BOXES && length > 0;
        Image field = boxes ? drawings.boxes("_".repeat(length)) : drawings.line(90);
        Paragraph paragraph = inLine(field, unit(item));
        Integer digits = item.significantDigits();
        if (item.type() != DataType.INTEGER && digits != null && digits > 0) {
            paragraph.add(new Chunk("   " + sheet.words.of("decimals", digits), sheet.letters.note(8)));
        }
        return paragraph;
    }

    private Paragraph scale(ItemDefinition item) {
        Paragraph line = inLine(drawings.scale(item), "");
        line.setAlignment(Element.ALIGN_CENTER);
        return line;
    }

    private Paragraph lines(int count) {
        Paragraph lines = new Paragraph();
        lines.setLeading(19);
        for (int i = 0; i < count; i++) {
            lines.add(new Chunk(drawings.line(232), 0, -3));
            if (i < count - 1) {
                lines.add(Chunk.NEWLINE);
            }
        }
        return lines;
    }

    /** The answers one below the other; long lists in two columns. */
    private List<Element> codes(String mark, ItemDefinition item) {
        List<CodeListItem> items = item.codeList().items();
        if (items.size() <= LONG_LIST) {
            return items.stream().map(code -> (Element) code(mark, code)).toList();
        }
        PdfPTable columns = Grid.table(1, 1);
        int half = (items.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            columns.addCell(Grid.bare(code(mark, items.get(i))));
            columns.addCell(Grid.bare(half + i < items.size() ? code(mark, items.get(half + i)) : new Phrase()));
        }
        return List.of(columns);
    }

    private Paragraph code(String mark, CodeListItem item) {
        String decode = item.decode().in(sheet.language);
        Paragraph line = new Paragraph(13);
        line.setIndentationLeft(14);
        line.setFirstLineIndent(-14);
        line.add(new Chunk(mark + "  ", sheet.letters.plain(11)));
        line.add(sheet.phrase(decode, sheet.letters.plain(9)));
        if (!decode.equals(item.code())) {
            line.add(sheet.phrase("  " + item.code(), sheet.letters.soft(7)));
        }
        return line;
    }

    private Paragraph choices(String mark, List<String> answers) {
        Paragraph line = new Paragraph(13);
        answers.forEach(answer -> {
            line.add(new Chunk(mark + "  ", sheet.letters.plain(11)));
            line.add(new Chunk(answer + "        ", sheet.letters.plain(9)));
        });
        return line;
    }

    private Paragraph inLine(Image drawing, String after) {
        Paragraph line = new Paragraph(drawing.getHeight() - Drawings.BELOW + 2);
        line.setSpacingAfter(Drawings.BELOW);
        line.add(new Chunk(drawing, 0, -Drawings.BELOW));
        line.add(sheet.phrase("  " + after, sheet.letters.plain(9)));
        return line;
    }

    private Paragraph note(String text) {
        return FormPage.tight(sheet.phrase(text, sheet.letters.note(8)), 8);
    }

    static String unit(ItemDefinition item) {
        return item.unit() == null ? "" : item.unit().symbol();
    }
}
