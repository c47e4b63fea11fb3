package org.casebook.dataset;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.definition.StudyDefinition;

/** The frame of both ODM 1.3.2 files: root, study with metadata, and who and where ({@code AdminData}). */
final class OdmFile {

    private static final String NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3";

    private final Cut cut;
    private final XmlOut xml;

    OdmFile(Cut cut, OutputStream out) {
        this.cut = cut;
        this.xml = new XmlOut(out);
    }

    /** What an ODM file can be; the names are ODM's. */
    enum FileType {
        Snapshot,
        Transactional
    }

    XmlOut open(FileType type, List<Cut.Person> people) {
        // the time of the lock, not of the writing: the same locked state gives the same bytes
        Instant time = cut.at();
        xml.start("ODM").attr("xmlns", NAMESPACE).attr("FileType", type);
        xml.attr("FileOID", "%s.%s.%s".formatted(cut.study(), type, time));
        xml.attr("CreationDateTime", time).attr("AsOfDateTime", time).attr("ODMVersion", "1.3.2");
        xml.attr("Granularity", type == FileType.Snapshot ? "All" : "AllClinicalData");
        xml.attr("Description", cut.warning().isEmpty() ? null : cut.warning());
        xml.attr("SourceSystem", "Casebook").attr("SourceSystemVersion", cut.software());
        study();
        admin(people);
        return xml;
    }

    private void study() {
        StudyDefinition newest = cut.newest();
        String own = OdmMetadata.nonEmpty(newest.name(), newest.oid());
        String name =
                cut.key().isProduction() ? own : own + " (" + cut.key().kind().key() + " study)";
        // the whole key: what takes clinical data in again sees whether they are of a copy
        xml.start("Study").attr("OID", cut.study());
        xml.start("GlobalVariables").element("StudyName", name);
        xml.element("StudyDescription", newest.description().text())
                .element("ProtocolName", name)
                .end();
        xml.start("BasicDefinitions");
        newest.units().values().forEach(new OdmItems(xml, newest)::unit);
        xml.end();
        cut.versions().forEach(version -> new OdmMetadata(xml, version.definition(), cut.blinding()).write());
        xml.end();
    }

    private void admin(List<Cut.Person> people) {
        xml.start("AdminData").attr("StudyOID", cut.study());
        for (Cut.Person person : people) {
            xml.start("User").attr("OID", userOid(person.id()));
            xml.element("LoginName", person.username());
            if (person.fullName() != null) {
                xml.element("FullName", person.fullName());
            }
            if (person.organisation() != null) {
                xml.element("Organization", person.organisation());
            }
            xml.end();
        }
        cut.sites()
                .forEach(site ->
                        location(locationOf(site.number()), "Site " + site.number() + ": " + site.name(), "Site"));
        location(locationOf(null), "Central: people who work for the whole study", "Other");
        for (String meaning : cut.meanings()) {
            xml.start("SignatureDef").attr("OID", meaningOid(meaning)).attr("Methodology", "Electronic");
            xml.element("Meaning", meaning);
            xml.element("LegalReason", "Electronic signature by re-authentication, 21 CFR Part 11 subpart C.")
                    .end();
        }
        xml.end();
    }

    private void location(String oid, String name, String type) {
        xml.start("Location").attr("OID", oid).attr("Name", name).attr("LocationType", type);
        cut.versions()
                .forEach(version -> xml.start("MetaDataVersionRef")
                        .attr("StudyOID", cut.study())
                        .attr("MetaDataVersionOID", version.definition().versionOid())
                        .attr("EffectiveDate", version.effective())
                        .end());
        xml.end();
    }

    /** Opens what lies at an event; of one that repeats, each occurrence has its number as its key. */
    static XmlOut eventData(XmlOut xml, StudyDefinition version, String event) {
        Occurrence visit = Occurrence.of(event);
        boolean repeats = !visit.isFirst()
                || version.findEvent(event).filter(EventDefinition::repeats).isPresent();
        return xml.start("StudyEventData")
                .attr("StudyEventOID", visit.event())
                .attr("StudyEventRepeatKey", repeats ? visit.number() : null);
    }

    static String userOid(String id) {
        return "USER." + id;
    }

    /** The site, or for people without one the centre. */
    static String locationOf(String site) {
        return site == null ? "LOCATION.CENTRAL" : "SITE." + site;
    }

    static String meaningOid(String meaning) {
        return "MEANING." + Cuts.word(meaning).replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Opens a ClinicalData element whenever the study version changes: ODM ties each to one MetaDataVersion. */
    static final class ClinicalData {

        private final Cut cut;
        private final XmlOut xml;
        private Long open;

        ClinicalData(Cut cut, XmlOut xml) {
            this.cut = cut;
            this.xml = xml;
        }

        void of(long versionId) {
            if (open != null && open == versionId) {
                return;
            }
            if (open != null) {
                xml.end();
            }
            open = versionId;
            xml.start("ClinicalData").attr("StudyOID", cut.study());
            xml.attr("MetaDataVersionOID", cut.version(versionId).versionOid());
        }
    }
}
