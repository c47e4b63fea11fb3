package org.casebook.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.Offset;

/** Which form is filled at which visit, and when visits are due. */
final class SchedulePage {

    private static final int COLUMNS = 18;

    private final Sheet sheet;
    private final StudyDefinition study;
    private final SheetWords words;

    SchedulePage(Sheet sheet) {
        this.sheet = sheet;
        this.study = sheet.study;
        this.words = sheet.words;
    }

    void write() {
        List<EventDefinition> events = study.events();
        sheet.begin(words.of("schedule"), "schedule", events.size() > 8);
        sheet.add(sheet.paragraph(words.of("schedule"), sheet.letters.heading(16), 0, 8));
        for (int from = 0; from < events.size(); from += COLUMNS) {
            sheet.add(grid(events.subList(from, Math.min(events.size(), from + COLUMNS))));
        }
        sheet.add(windows(events));
    }

    private PdfPTable grid(List<EventDefinition> events) {
        float[] shares = new float[events.size() + 1];
        Arrays.fill(shares, 1);
        shares[0] = Math.max(3, events.size() / 2.5f);
        PdfPTable grid = Grid.table(shares);
        grid.setSpacingAfter(14);
        grid.setHeaderRows(1);
        PdfPCell corner = Grid.head(new Phrase(words.of("form"), sheet.letters.bold(8.5f)));
        corner.setVerticalAlignment(Element.ALIGN_BOTTOM);
        grid.addCell(corner);
        boolean upright = events.size() > 6;
        for (EventDefinition event : events) {
            PdfPCell cell = Grid.head(sheet.phrase(event.name().in(sheet.language), sheet.letters.bold(8.5f)));
            cell.setHorizontalAlignment(upright ? Element.ALIGN_LEFT : Element.ALIGN_CENTER);
            cell.setVerticalAlignment(upright ? Element.ALIGN_MIDDLE : Element.ALIGN_BOTTOM);
            if (upright) {
                cell.setRotation(90);
                cell.setMinimumHeight(96);
            }
            grid.addCell(cell);
        }
        study.forms().values().forEach(form -> line(grid, form, events));
        return grid;
    }

    private void line(PdfPTable grid, FormDefinition form, List<EventDefinition> events) {
        Chunk name = new Chunk(sheet.text(form.name()), sheet.letters.plain(9));
        name.setLocalGoto(FormPage.target(form));
        grid.addCell(Grid.boxed(new Phrase(name)));
        for (EventDefinition event : events) {
            PdfPCell mark = Grid.boxed(event.findForm(form.oid())
                    .map(ref -> new Phrase(ref.conditionOid() == null ? "●" : "○", sheet.letters.plain(8.5f)))
                    .orElseGet(Phrase::new));
            mark.setHorizontalAlignment(Element.ALIGN_CENTER);
            grid.addCell(mark);
        }
    }

    private PdfPTable windows(List<EventDefinition> events) {
        PdfPTable table = Grid.table(3, 2, 5);
        table.setHeaderRows(1);
        for (String key : List.of("visit", "epoch", "due")) {
            table.addCell(Grid.head(new Phrase(words.of(key), sheet.letters.bold(8.5f))));
        }
        for (EventDefinition event : events) {
            table.addCell(cell(event.name().in(sheet.language)));
            table.addCell(cell(study.epochs().stream()
                    .filter(epoch -> epoch.oid().equals(event.epochOid()))
                    .map(epoch -> epoch.name().in(sheet.language))
                    .findFirst()
                    .orElse("")));
            table.addCell(cell(due(event)));
        }
        return table;
    }

    private PdfPCell cell(String text) {
        return Grid.boxed(sheet.phrase(text, sheet.letters.plain(9)));
    }

    private String due(EventDefinition event) {
        EventDefinition.Timing timing = event.timing();
        if (timing == null) {
            return words.of("due." + event.kind());
        }
        String anchor = anchor(timing);
        if (isOfDays(timing.target()) && isOfDays(timing.before()) && isOfDays(timing.after())) {
            int day = timing.target().days();
            return words.of(
                    "window",
                    day,
                    day - timing.before().days(),
                    day + timing.after().days(),
                    anchor);
        }
        return words.of("windowOfParts", said(timing.target()), said(timing.before()), said(timing.after()), anchor);
    }

    private String anchor(EventDefinition.Timing timing) {
        if (timing.fromRandomization()) {
            return words.of("randomization");
        }
        return timing.isAnchoredOnItem()
                ? study.item(timing.anchorFormOid(), timing.anchorItemOid())
                        .question()
                        .in(sheet.language)
                : study.event(timing.anchorEventOid()).name().in(sheet.language);
    }

    private static boolean isOfDays(Offset offset) {
        return offset.months() == 0 && offset.hours() == 0;
    }

    private String said(Offset offset) {
        String said = Stream.of(
                        part("months", offset.months()), part("days", offset.days()), part("hours", offset.hours()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? words.of("days", 0) : said;
    }

    private String part(String unit, int number) {
        return number == 0 ? "" : words.of(unit, number);
    }
}
