package org.casebook.rendering;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import org.casebook.definition.ItemDefinition;

/** What is drawn for the hand to write on: boxes, lines, scales. */
final class Drawings {

    /** How far a drawing reaches below the line of text, in points. */
    static final float BELOW = 9;

    private static final Color PEN = new Color(0x6b, 0x77, 0x85);
    private static final float BOX = 12;
    private static final float HEIGHT = 24;
    private static final float MILLIMETRE = 72 / 25.4f;

    private final Sheet sheet;

    Drawings(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * A row of boxes, one for each character.
     *
     * @param pattern groups parted by blanks, each as long as its boxes and named below them, for example {@code DD MMM};
     *     a group of {@code _} has no name
     */
    Image boxes(String pattern) {
        String[] groups = pattern.split(" ");
        int boxes = pattern.length() - groups.length + 1;
        PdfTemplate drawing =
                sheet.writer().getDirectContent().createTemplate(boxes * BOX + groups.length * 6f, HEIGHT);
        prepare(drawing);
        float x = 1;
        for (String group : groups) {
            for (int i = 0; i < group.length(); i++) {
                drawing.rectangle(x + i * BOX, BELOW, BOX, 14);
            }
            drawing.stroke();
            if (!group.startsWith("_")) {
                label(drawing, Element.ALIGN_CENTER, group, x + group.length() * BOX / 2, 2, 5.5f);
            }
            x += group.length() * BOX + 6;
        }
        return image(drawing);
    }

    /** A line to write on, this many points long. */
    Image line(float length) {
        PdfTemplate drawing = sheet.writer().getDirectContent().createTemplate(length, HEIGHT - 6);
        prepare(drawing);
        drawing.moveTo(0, BELOW - 2);
        drawing.lineTo(length, BELOW - 2);
        drawing.stroke();
        return image(drawing);
    }

    /** A visual analogue scale of exactly 100 mm, with its ends. */
    Image scale(ItemDefinition item) {
        float length = 100 * MILLIMETRE;
        float margin = 70;
        PdfTemplate drawing = sheet.writer().getDirectContent().createTemplate(length + 2 * margin, 46);
        prepare(drawing);
        drawing.setLineWidth(1);
        drawing.moveTo(margin, 30);
        drawing.lineTo(margin + length, 30);
        for (float x : new float[] {margin, margin + length}) {
            drawing.moveTo(x, 24);
            drawing.lineTo(x, 36);
        }
        drawing.stroke();
        ItemDefinition.Scale scale = item.scale();
        end(drawing, margin, scale.low().toPlainString(), sheet.text(scale.lowLabel()));
        end(drawing, margin + length, scale.high().toPlainString(), sheet.text(scale.highLabel()));
        return image(drawing);
    }

    private void end(PdfContentByte drawing, float x, String number, String name) {
        label(drawing, Element.ALIGN_CENTER, number, x, 38, 7.5f);
        label(drawing, Element.ALIGN_CENTER, name, x, 14, 7.5f);
    }

    private void label(PdfContentByte drawing, int alignment, String text, float x, float y, float size) {
        BaseFont font = sheet.letters.base();
        drawing.saveState();
        drawing.setColorFill(Lettering.SOFT);
        drawing.beginText();
        drawing.setFontAndSize(font, size);
        drawing.showTextAligned(alignment, text, x, y, 0);
        drawing.endText();
        drawing.restoreState();
    }

    private static void prepare(PdfTemplate drawing) {
        drawing.setColorStroke(PEN);
        drawing.setLineWidth(0.6f);
    }

    private static Image image(PdfTemplate drawing) {
        try {
            return Image.getInstance(drawing);
        } catch (BadElementException impossible) {
            throw new IllegalStateException("A drawing has a width and a height", impossible);
        }
    }
}
