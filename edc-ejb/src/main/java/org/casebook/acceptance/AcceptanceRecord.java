package org.casebook.acceptance;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.casebook.rendering.Grid;
import org.casebook.rendering.Lettering;

/** The record of acceptance as PDF: the version, the run step by step, and the signature. The same run gives the same bytes. */
final class AcceptanceRecord {

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final Color GOOD = new Color(0x1c, 0x6b, 0x3c);
    private static final Color BAD = new Color(0xa3, 0x1d, 0x1d);
    private static final Color BAD_BAND = new Color(0xfb, 0xe9, 0xe9);
    private static final int SMALL = 8;
    private static final int ID_DIGITS = 32;

    private final RunView run;
    private final String studyName;
    private final Lettering letters = new Lettering();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 42, 42, 56, 48);

    AcceptanceRecord(RunView run, String studyName) {
        this.run = run;
        this.studyName = studyName;
    }

    byte[] pdf() {
        open();
        paragraph("Record of acceptance", letters.heading(18), 0, 2);
        paragraph(studyName + " · " + run.version(), letters.bold(11), 0, 10);
        document.add(facts());
        signature();
        run.result().participants().forEach(this::participant);
        if (run.result().isEmpty()) {
            paragraph("The study file has no test participants. Nothing was run.", letters.bold(10), 16, 0);
        }
        document.close();
        return bytes.toByteArray();
    }

    private void open() {
        PdfWriter writer;
        try {
            writer = PdfWriter.getInstance(document, bytes);
        } catch (DocumentException e) {
            throw new IllegalStateException("No PDF can be begun", e);
        }
        writer.setPageEvent(new RecordFrame(letters, run));
        document.addTitle(letters.drawable("Record of acceptance · " + run.study() + " · " + run.version()));
        document.addCreator("Casebook");
        document.open();
        document.setDocumentLanguage("en");
        // no time and no random number of its own: whoever prints the same run again has the same document
        Instant of = run.signed() ? run.signature().at() : run.ranAt();
        PdfString date = new PdfString(PDF_DATE.format(of));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        String digest = run.signed() ? run.signature().sha256() : run.fileSha256();
        byte[] id = HexFormat.of().parseHex(digest.substring(0, ID_DIGITS));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    private PdfPTable facts() {
        RunResult result = run.result();
        PdfPTable facts = Grid.table(1, 3.4f);
        fact(facts, "Study", run.study());
        fact(facts, "Version", run.version());
        fact(facts, "SHA-256 of the study file", run.fileSha256());
        fact(facts, "Run by", "Casebook " + run.software());
        fact(facts, "Run for", run.ranBy());
        fact(facts, "Run at", TIME.format(run.ranAt()));
        facts.addCell(Grid.head(new Phrase("Result", letters.bold(9))));
        facts.addCell(Grid.boxed(result.isEmpty() ? text("No test participants", letters.bold(9)) : outcome(result)));
        return facts;
    }

    private Phrase outcome(RunResult result) {
        String words = "%s: %d participants, %d steps, %d not as expected"
                .formatted(
                        run.green() ? "Green" : "Red", result.participants().size(), result.steps(), result.failures());
        return text(words, coloured(run.green(), 9));
    }

    private void fact(PdfPTable facts, String label, String value) {
        facts.addCell(Grid.head(new Phrase(label, letters.bold(9))));
        facts.addCell(Grid.boxed(text(value, letters.plain(9))));
    }

    /** 21 CFR 11.50: the printed name of the signer, date and time, and the meaning. */
    private void signature() {
        if (!run.signed()) {
            paragraph("Not signed.", letters.bold(10), 14, 0);
            return;
        }
        paragraph("Electronic signature", letters.heading(11), 16, 4);
        PdfPTable signature = Grid.table(1, 3.4f);
        fact(
                signature,
                "Signed by",
                run.signature().name() + " (" + run.signature().username() + ")");
        fact(signature, "Date and time", TIME.format(run.signature().at()));
        fact(signature, "Meaning", run.signature().meaning());
        fact(signature, "SHA-256 of what was signed", run.signature().sha256());
        signature.setKeepTogether(true);
        document.add(signature);
    }

    private void participant(RunResult.Participant participant) {
        Paragraph heading = new Paragraph(
                14, letters.drawable(participant.oid() + " · " + participant.name()), letters.heading(11));
        heading.setSpacingBefore(16);
        heading.setKeepTogether(true);
        document.add(heading);
        String summary = participant.passed()
                ? "%d steps, all as expected".formatted(participant.steps().size())
                : "%d of %d steps not as expected"
                        .formatted(participant.failures(), participant.steps().size());
        paragraph(summary, coloured(participant.passed(), 9), 0, 4);
        PdfPTable steps = Grid.table(0.6f, 3.2f, 2.6f, 2.6f, 0.9f);
        for (String column : new String[] {"Line", "Step", "Expected", "Actual", ""}) {
            steps.addCell(Grid.head(new Phrase(column, letters.bold(SMALL))));
        }
        steps.setHeaderRows(1);
        participant.steps().forEach(step -> row(steps, step));
        document.add(steps);
    }

    private void row(PdfPTable steps, RunResult.Step step) {
        PdfPCell line = cell(String.valueOf(step.line()), letters.soft(SMALL), step);
        line.setHorizontalAlignment(Element.ALIGN_RIGHT);
        steps.addCell(line);
        steps.addCell(cell(step.what(), letters.plain(SMALL), step));
        steps.addCell(cell(step.expected(), letters.plain(SMALL), step));
        steps.addCell(cell(step.actual(), letters.plain(SMALL), step));
        steps.addCell(cell(step.passed() ? "passed" : "FAILED", coloured(step.passed(), SMALL), step));
    }

    private PdfPCell cell(String words, Font font, RunResult.Step step) {
        PdfPCell cell = Grid.boxed(text(words, font));
        cell.setPadding(3);
        if (!step.passed()) {
            cell.setBackgroundColor(BAD_BAND);
        }
        return cell;
    }

    private Font coloured(boolean good, float size) {
        Font font = letters.bold(size);
        font.setColor(good ? GOOD : BAD);
        return font;
    }

    private Phrase text(String words, Font font) {
        return new Phrase(letters.drawable(words), font);
    }

    private void paragraph(String words, Font font, float before, float after) {
        Paragraph paragraph = new Paragraph(font.getSize() * 1.3f, letters.drawable(words), font);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }
}
