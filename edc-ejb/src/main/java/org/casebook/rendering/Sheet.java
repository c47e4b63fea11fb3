package org.casebook.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.kernel.StudyKey;

/** The document being written: pages with header and footer, bookmarks, and the study's texts in its language. */
final class Sheet {

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    final StudyDefinition study;
    final String sha256;
    final Instant loaded;
    final String language;
    final Lettering letters = new Lettering();
    final SheetWords words;
    final StudyKey.Kind kind;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 42, 42, 62, 48);
    private final PdfWriter writer;
    private final PageFrame frame;

    Sheet(StudyDefinition study, String sha256, Instant loaded, String language, StudyKey.Kind kind) {
        this.study = study;
        this.sha256 = sha256;
        this.loaded = loaded;
        this.language = language;
        this.kind = kind;
        this.words = new SheetWords(language);
        this.frame = new PageFrame(this);
        try {
            writer = PdfWriter.getInstance(document, bytes);
        } catch (DocumentException e) {
            throw new IllegalStateException("No PDF can be begun", e);
        }
        writer.setPageEvent(frame);
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
        document.addTitle(words.of("title") + " · " + study.name() + " · " + study.versionOid());
        document.addCreator("Casebook");
        document.open();
        document.setDocumentLanguage(language);
        PdfString date = new PdfString(PDF_DATE.format(loaded));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        byte[] id = HexFormat.of().parseHex(sha256.substring(0, 32));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    PdfWriter writer() {
        return writer;
    }

    /** The width between the margins, in points. */
    float width() {
        return document.right() - document.left();
    }

    /** Begins a page that belongs to this part, whose name stands in the header and among the bookmarks. */
    void begin(String part, String target, boolean wide) {
        Rectangle size = wide ? PageSize.A4.rotate() : PageSize.A4;
        frame.part(part);
        document.setPageSize(size);
        document.newPage();
        if (target != null) {
            bookmark(part, target);
        }
    }

    private void bookmark(String title, String target) {
        PdfDestination top = new PdfDestination(PdfDestination.FITH, document.top() + 20);
        new PdfOutline(writer.getDirectContent().getRootOutline(), top, letters.drawable(title));
        Paragraph anchor = new Paragraph(new Chunk(" ", letters.plain(1)).setLocalDestination(target));
        anchor.setLeading(1);
        add(anchor);
    }

    void add(Element element) {
        document.add(element);
    }

    /** This text in the document's language, drawable. */
    String text(TranslatedText text) {
        return letters.drawable(text.in(language));
    }

    Phrase phrase(String text, Font font) {
        return new Phrase(letters.drawable(text), font);
    }

    Paragraph paragraph(String text, Font font, float before, float after) {
        Paragraph paragraph = new Paragraph(font.getSize() * 1.3f, letters.drawable(text), font);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    byte[] close() {
        document.close();
        return bytes.toByteArray();
    }

    /** What stands beside each page number: enough of the fingerprint to tell versions apart. */
    String fingerprint() {
        return sha256.substring(0, 16);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
