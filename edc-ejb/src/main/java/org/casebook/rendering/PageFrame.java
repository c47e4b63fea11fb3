package org.casebook.rendering;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import org.casebook.kernel.StudyKey;

/** Header and footer of each page: study, version and form; fingerprint and page x of y. */
final class PageFrame extends PdfPageEventHelper {

    private static final Color RULE = new Color(0xb8, 0xc2, 0xcc);
    private static final float SIZE = 7.5f;
    private static final String ELLIPSIS = "…";
    /** Share of the line that the form's name may take, and the least room between it and the study. */
    private static final float WIDEST_PART = 0.55f;

    private static final float GAP = 12;

    private final Sheet sheet;
    private final Map<Integer, String> parts = new HashMap<>();
    private String part;
    private PdfTemplate total;

    PageFrame(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The pages from the next one on belong to this part. */
    void part(String name) {
        part = name;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(40, 10);
    }

    @Override
    public void onStartPage(PdfWriter writer, Document document) {
        parts.put(writer.getPageNumber(), part);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle page = document.getPageSize();
        float left = document.left();
        float right = page.getWidth() - document.rightMargin();
        Font font = sheet.letters.soft(SIZE);
        float top = page.getHeight() - 36;
        String name = parts.get(writer.getPageNumber());
        if (name != null) {
            String version = " · " + sheet.words.of("version") + " " + sheet.study.versionOid();
            Font bold = sheet.letters.bold(SIZE);
            String part = fitted(name, bold, (right - left) * WIDEST_PART);
            float room = right - left - width(part, bold) - GAP;
            String study = fitted(sheet.study.name(), font, Math.max(0, room - width(version, font)));
            text(canvas, Element.ALIGN_LEFT, fitted(study + version, font, room), font, left, top);
            text(canvas, Element.ALIGN_RIGHT, part, bold, right, top);
            rule(canvas, left, right, top - 6);
        }
        rule(canvas, left, right, 36);
        text(canvas, Element.ALIGN_LEFT, sheet.words.of("footer", sheet.fingerprint()), font, left, 24);
        if (sheet.kind != StudyKey.Kind.PRODUCTION) {
            String warning = sheet.words.of("kind." + sheet.kind);
            text(
                    canvas,
                    Element.ALIGN_CENTER,
                    warning,
                    sheet.letters.bold(SIZE),
                    (left + right) / 2,
                    page.getHeight() - 22);
        }
        String number = sheet.words.of("page", writer.getPageNumber());
        text(canvas, Element.ALIGN_RIGHT, number, font, right - 18, 24);
        canvas.addTemplate(total, right - 16, 24);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        Phrase pages = new Phrase(String.valueOf(writer.getPageNumber() - 1), sheet.letters.soft(SIZE));
        ColumnText.showTextAligned(total, Element.ALIGN_LEFT, pages, 0, 0, 0);
    }

    private void text(PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(canvas, alignment, sheet.phrase(text, font), x, y, 0);
    }

    /** The text as far as it has room, with an ellipsis where it goes on. */
    private String fitted(String text, Font font, float room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).strip() + ELLIPSIS, font) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    private float width(String text, Font font) {
        return font.getBaseFont().getWidthPoint(sheet.letters.drawable(text), SIZE);
    }

    private static void rule(PdfContentByte canvas, float from, float to, float y) {
        canvas.saveState();
        canvas.setColorStroke(RULE);
        canvas.setLineWidth(0.5f);
        canvas.moveTo(from, y);
        canvas.lineTo(to, y);
        canvas.stroke();
        canvas.restoreState();
    }
}
