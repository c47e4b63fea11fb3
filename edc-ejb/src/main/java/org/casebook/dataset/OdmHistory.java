package org.casebook.dataset;

import org.casebook.dataset.TrailRows.Line;
import org.casebook.dataset.TrailRows.Line.Place;
import org.casebook.rules.DataType;
import org.casebook.rules.ValueShape;

/**
 * Writes the history: ODM 1.3.2 {@code FileType="Transactional"}, one transaction for each entry of the trail, oldest first,
 * each with its audit record (who, where, when, why).
 *
 * <p>A value typed, changed or taken away is an ItemData with Insert, Update or Remove; a form begun is an Insert, one made
 * void a Remove. What 1.3.2 knows no transaction for (form states, queries, verification, visit dates) hangs as an annotation
 * with its audit record on the element it concerns, in transaction type Context.
 */
final class OdmHistory {

    private final Cut cut;
    private final XmlOut xml;
    private final OdmFile.ClinicalData clinicalData;
    private long transactions;

    OdmHistory(Cut cut, XmlOut xml) {
        this.cut = cut;
        this.xml = xml;
        this.clinicalData = new OdmFile.ClinicalData(cut, xml);
    }

    /** Ends the file and tells how many transactions it holds. */
    long finish() {
        xml.finish();
        return transactions;
    }

    void line(Line line) {
        Place place = line.place();
        clinicalData.of(place.versionId());
        transactions++;
        xml.start("SubjectData").attr("SubjectKey", place.subject());
        xml.attr("TransactionType", line.about("subject-added") ? "Insert" : "Context");
        if (place.event() == null) {
            record(line);
            xml.start("SiteRef")
                    .attr("LocationOID", OdmFile.locationOf(place.site()))
                    .end();
            annotation(line);
        } else {
            event(line);
        }
        xml.end();
    }

    private void event(Line line) {
        OdmFile.eventData(
                        xml, cut.version(line.place().versionId()), line.place().event())
                .attr("TransactionType", "Context");
        if (line.place().form() == null) {
            record(line);
            annotation(line);
        } else {
            form(line);
        }
        xml.end();
    }

    private void form(Line line) {
        Place place = line.place();
        xml.start("FormData").attr("FormOID", place.form()).attr("FormRepeatKey", place.row());
        xml.attr("TransactionType", typeOfForm(line));
        if (place.item() == null) {
            record(line);
            if (line.seal() != null) {
                OdmSnapshot.signature(xml, line.seal());
            }
            annotation(line);
        } else {
            item(line);
        }
        xml.end();
    }

    private static String typeOfForm(Line line) {
        if (line.about("form-started") || line.about("form-restored")) {
            return "Insert";
        }
        return line.about("form-voided") ? "Remove" : "Context";
    }

    private void item(Line line) {
        boolean value = line.about("item-changed");
        xml.start("ItemGroupData")
                .attr("ItemGroupOID", OdmMetadata.groupOf(line.place().form()));
        xml.attr("TransactionType", "Context");
        xml.start("ItemData").attr("ItemOID", line.place().item());
        xml.attr("TransactionType", value ? typeOfItem(line) : "Context");
        xml.attr("Value", value ? valueOf(line) : null);
        record(line);
        annotation(line);
        xml.end().end();
    }

    /** A link goes by the ids of its rows, as in the snapshot; what the rows were about stays in the trail. */
    private String valueOf(Line line) {
        Place place = line.place();
        return line.newValue() != null && cut.isLink(place.versionId(), place.form(), place.item())
                ? ValueShape.of(DataType.ROW_LINK).read(line.newValue()).value().text()
                : line.newValue();
    }

    private static String typeOfItem(Line line) {
        if (line.newValue() == null) {
            return "Remove";
        }
        return line.oldValue() == null ? "Insert" : "Update";
    }

    private void record(Line line) {
        xml.start("AuditRecord");
        xml.start("UserRef").attr("UserOID", OdmFile.userOid(line.actor())).end();
        String where = line.central() ? null : line.place().site();
        xml.start("LocationRef").attr("LocationOID", OdmFile.locationOf(where)).end();
        xml.element("DateTimeStamp", line.at().toString());
        if (line.reason() != null && !line.reason().isBlank()) {
            xml.element("ReasonForChange", line.reason());
        }
        xml.end();
    }

    /** What was done, in the trail's own word, with the value before and after. */
    private void annotation(Line line) {
        StringBuilder text = new StringBuilder(line.action());
        if (line.oldValue() != null) {
            text.append("; before: ").append(line.oldValue());
        }
        if (line.newValue() != null && !line.about("item-changed")) {
            text.append("; now: ").append(line.newValue());
        }
        xml.start("Annotation")
                .attr("SeqNum", 1)
                .element("Comment", text.toString())
                .end();
    }
}
