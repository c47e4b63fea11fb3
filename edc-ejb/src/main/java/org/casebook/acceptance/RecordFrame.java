package org.casebook.acceptance;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.casebook.rendering.Lettering;

/** On each page of a record: which version it belongs to, and page x of y. */
final class RecordFrame extends PdfPageEventHelper {

    private static final float SIZE = 7.5f;
    private static final int FINGERPRINT = 16;

    private final Lettering letters;
    private final RunView run;
    private PdfTemplate total;

    RecordFrame(Lettering letters, RunView run) {
        this.letters = letters;
        this.run = run;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(30, 10);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Font font = letters.soft(SIZE);
        float top = document.getPageSize().getHeight() - 34;
        text(canvas, Element.ALIGN_LEFT, run.study() + " · " + run.version(), font, document.left(), top);
        text(canvas, Element.ALIGN_RIGHT, "Record of acceptance", font, document.right(), top);
        String file = "Casebook " + run.software() + " · study file "
                + run.fileSha256().substring(0, FINGERPRINT);
        text(canvas, Element.ALIGN_LEFT, file, font, document.left(), 28);
        text(canvas, Element.ALIGN_RIGHT, "Page " + writer.getPageNumber() + " of", font, document.right() - 16, 28);
        canvas.addTemplate(total, document.right() - 14, 28);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        Phrase pages = new Phrase(String.valueOf(writer.getPageNumber() - 1), letters.soft(SIZE));
        ColumnText.showTextAligned(total, Element.ALIGN_LEFT, pages, 0, 0, 0);
    }

    private void text(PdfContentByte canvas, int alignment, String text, Font font, float x, float y) {
        ColumnText.showTextAligned(canvas, alignment, new Phrase(letters.drawable(text), font), x, y, 0);
    }
}
