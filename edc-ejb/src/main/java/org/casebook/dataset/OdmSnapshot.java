package org.casebook.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebook.dataset.ParticipantRows.VisitRow;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;

/** Writes the values as they stand: ODM 1.3.2 {@code FileType="Snapshot"}, participant by participant. */
final class OdmSnapshot {

    private final Cut cut;
    private final XmlOut xml;
    private final OdmFile.ClinicalData clinicalData;
    private long values;

    OdmSnapshot(Cut cut, XmlOut xml) {
        this.cut = cut;
        this.xml = xml;
        this.clinicalData = new OdmFile.ClinicalData(cut, xml);
    }

    /** Ends the file and tells how many values it holds. */
    long finish() {
        xml.finish();
        return values;
    }

    /** Participants come version by version, since ODM ties ClinicalData to one. */
    void participant(ParticipantRows.Row participant, List<VisitRow> visits, List<CaseRow> forms) {
        clinicalData.of(participant.versionId());
        xml.start("SubjectData").attr("SubjectKey", participant.subject());
        xml.start("SiteRef")
                .attr("LocationOID", OdmFile.locationOf(participant.site()))
                .end();
        annotate("Status: " + participant.status() + withdrawn(participant.standing()));
        Map<String, VisitRow> dated = visits.stream().collect(Collectors.toMap(VisitRow::event, visit -> visit));
        Map<String, List<CaseRow>> filled = forms.stream()
                .collect(Collectors.groupingBy(form -> form.place().event()));
        for (String event : eventsOf(dated.keySet(), filled.keySet())) {
            OdmFile.eventData(xml, cut.version(participant.versionId()), event);
            event(dated.get(event), filled.getOrDefault(event, List.of()));
        }
        xml.end();
    }

    /** Whoever works with the file must see that its data were withdrawn. */
    private static String withdrawn(ParticipantRows.Standing standing) {
        if (standing.dataWithdrawn()) {
            return "; use of the data withdrawn";
        }
        return standing.withdrawnFrom() == null ? "" : "; withdrawn from " + standing.withdrawnFrom();
    }

    private List<String> eventsOf(Set<String> dated, Set<String> filled) {
        List<String> events = new ArrayList<>(cut.eventOrder(dated, filled));
        Set<String> others = new TreeSet<>(dated);
        others.addAll(filled);
        events.removeIf(event -> !others.contains(event));
        others.removeAll(events);
        events.addAll(others);
        return events;
    }

    private void event(VisitRow visit, List<CaseRow> forms) {
        forms.forEach(this::form);
        if (visit != null) {
            new VisitForm(xml).data(visit.date(), visit.status(), visit.reason());
        }
        xml.end();
    }

    private void form(CaseRow form) {
        xml.start("FormData")
                .attr("FormOID", form.place().form())
                .attr("FormRepeatKey", form.place().row());
        if (form.signed() != null) {
            signature(xml, form.signed());
        }
        annotate("State: " + form.state()
                + (form.leftBlank() == null ? "" : ", left blank: " + form.leftBlank())
                + (form.locked() ? ", locked" : ""));
        FormDefinition definition = form.version().form(form.place().form());
        List<ItemDefinition> answered = cut.blinding().shown(definition).stream()
                .filter(item -> form.cell(item) != null)
                .toList();
        if (!answered.isEmpty()) {
            xml.start("ItemGroupData").attr("ItemGroupOID", OdmMetadata.groupOf(definition.oid()));
            answered.forEach(item -> item(form.version(), item, form.cell(item)));
            xml.end();
        }
        xml.end();
    }

    private void item(StudyDefinition version, ItemDefinition item, CaseRow.Cell cell) {
        String value = cell.shown();
        if (value == null && cell.blank() == null) {
            return;
        }
        xml.start("ItemData").attr("ItemOID", item.oid());
        values++;
        xml.attr("IsNull", value == null ? "Yes" : null).attr("Value", value);
        if (item.unit() != null && value != null) {
            xml.start("MeasurementUnitRef")
                    .attr(
                            "MeasurementUnitOID",
                            cell.unit() == null ? item.unit().oid() : cell.unit())
                    .end();
        }
        if (cell.blank() != null) {
            annotate("Left blank: " + cell.blank());
        } else if (!cell.valid()) {
            annotate("Cannot be read as " + OdmMetadata.dataType(item) + "; kept as typed.");
        }
        if (cell.unit() != null && cell.value() != null) {
            annotate("In %s: %s".formatted(item.unit().symbol(), cell.standard(version, item)));
        }
        xml.end();
    }

    private void annotate(String text) {
        xml.start("Annotation").attr("SeqNum", 1).element("Comment", text).end();
    }

    static void signature(XmlOut xml, CaseRow.Seal seal) {
        xml.start("Signature");
        xml.start("UserRef").attr("UserOID", OdmFile.userOid(seal.signer())).end();
        xml.start("LocationRef")
                .attr("LocationOID", OdmFile.locationOf(seal.site()))
                .end();
        xml.start("SignatureRef")
                .attr("SignatureOID", OdmFile.meaningOid(seal.meaning()))
                .end();
        xml.element("DateTimeStamp", seal.at().toString()).end();
    }
}
