package org.casebook.rendering;

import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;

/** Tables and their cells, all of one look. */
public final class Grid {

    public static final Color LINE = new Color(0xb8, 0xc2, 0xcc);
    public static final Color BAND = new Color(0xe9, 0xee, 0xf3);
    public static final Color SHADE = new Color(0xf3, 0xf4, 0xf6);

    private Grid() {}

    /** A table over the whole width whose columns have these shares. */
    public static PdfPTable table(float... shares) {
        PdfPTable table = new PdfPTable(shares);
        table.setWidthPercentage(100);
        return table;
    }

    /** A cell with lines all round. */
    public static PdfPCell boxed(Phrase content) {
        PdfPCell cell = new PdfPCell(content);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(4);
        cell.setUseAscender(true);
        return cell;
    }

    /** A boxed cell on the colour of headings. */
    public static PdfPCell head(Phrase content) {
        PdfPCell cell = boxed(content);
        cell.setBackgroundColor(BAND);
        return cell;
    }

    /** A cell with a line below only. */
    public static PdfPCell ruled(Phrase content) {
        PdfPCell cell = boxed(content);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPaddingTop(6);
        cell.setPaddingBottom(6);
        return cell;
    }

    /** A cell without lines. */
    public static PdfPCell bare(Phrase content) {
        PdfPCell cell = boxed(content);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }
}
