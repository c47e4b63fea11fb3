package org.casebook.dialect;

import java.util.List;
import java.util.Set;
import org.casebook.odm.Doubles;
import org.casebook.odm.Fault;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.odm.StudyFileIsFaulty;

/** Says in ODM 2.0 what an ODM 1.3 file says about a study. */
final class Translation {

    private static final Set<String> VERSIONS = Set.of("1.3", "1.3.0", "1.3.1", "1.3.2");
    private static final String DEFINE = "http://www.cdisc.org/ns/def/";

    private final OdmElement odm;
    private final Faults faults;
    private final Remarks remarks;

    Translation(OdmElement odm, Faults faults, Remarks remarks) {
        this.odm = odm;
        this.faults = faults;
        this.remarks = remarks;
    }

    /**
     * The root in ODM 2.0.
     *
     * @throws StudyFileIsFaulty when the file holds no study, another standard's, or is no valid ODM 1.3
     */
    OdmElement translated() {
        refuseOthers();
        new OldProfile(faults, remarks).check(odm);
        refuseSeveral(odm, "Study");
        odm.children("Study").forEach(study -> refuseSeveral(study, "MetaDataVersion"));
        odm.children("Study").stream()
                .flatMap(study -> study.children("MetaDataVersion").stream())
                .flatMap(version -> version.children("Include").stream())
                .forEach(include -> faults.add(
                        include,
                        "It includes the MetaDataVersion %s of the study %s, which is not in this file's one version. "
                                + "Give a file that holds the whole version.",
                        include.get("MetaDataVersionOID"),
                        include.get("StudyOID")));
        // what is not of ODM 1.3 has no meaning that could be translated
        faults.refuseIfAny();
        OdmElement study = odm.child("Study").orElseThrow();
        return root(study, study.child("MetaDataVersion").orElseThrow());
    }

    private void refuseOthers() {
        boolean define =
                remarks.list().stream().anyMatch(remark -> remark.sentence().contains(DEFINE));
        if (define) {
            throw refused(
                    "The file is Define-XML: it describes the datasets of a submission, not the forms of a study.");
        }
        String version = odm.find("ODMVersion").orElse("1.3");
        if (!VERSIONS.contains(version)) {
            throw refused("The file says that it is ODM %s; of ODM 1, the versions 1.3.0 to 1.3.2 are read."
                    .formatted(Texts.shortened(version)));
        }
        if (odm.children("Study").isEmpty()) {
            boolean data = odm.child("ClinicalData").isPresent()
                    || odm.child("ReferenceData").isPresent();
            throw refused(
                    data
                            ? "The file holds data and no study. Load the study's definition first, and the data by the import "
                                    + "of clinical data."
                            : "The file holds no Study.");
        }
    }

    private StudyFileIsFaulty refused(String sentence) {
        return new StudyFileIsFaulty(List.of(new Fault(odm.name(), "", odm.line(), sentence)));
    }

    private void refuseSeveral(OdmElement parent, String kind) {
        parent.children(kind).stream()
                .skip(1)
                .forEach(more -> faults.add(more, "A file holds one %s only. Give each a file of its own.", kind));
    }

    private OdmElement root(OdmElement study, OdmElement version) {
        return new OdmDraft("ODM", odm)
                .set("FileType", "Snapshot")
                .set("FileOID", odm.find("FileOID").orElse(study.oid()))
                .set("CreationDateTime", odm.find("CreationDateTime").orElse("1970-01-01T00:00:00Z"))
                .set("ODMVersion", "2.0")
                .copy(odm, "Granularity", "PriorFileOID", "AsOfDateTime")
                .copy(odm, "Originator", "SourceSystem", "SourceSystemVersion")
                .texts("Description", Texts.english(odm.find("Description").orElse("")))
                .add(study(study, version))
                .done();
    }

    private OdmDraft study(OdmElement study, OdmElement version) {
        OdmElement globals = study.child("GlobalVariables").orElseThrow();
        String name = text(globals, "StudyName", study.oid());
        return new OdmDraft("Study", study)
                .set("OID", study.oid())
                .set("StudyName", name)
                .set("ProtocolName", text(globals, "ProtocolName", name))
                .texts("Description", Texts.english(text(globals, "StudyDescription", "")))
                .add(version(study, version));
    }

    private static String text(OdmElement parent, String child, String otherwise) {
        return parent.child(child)
                .map(OdmElement::text)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    private OdmElement version(OdmElement study, OdmElement version) {
        OldVersion old = new OldVersion(study, version);
        new OldReferences(old, faults).check(version.children());
        Doubles.refuseSharedOids(version.children(), faults);
        faults.refuseIfAny();
        OdmDraft draft = new OdmDraft("MetaDataVersion", version).copy(version, "OID", "Name");
        version.child("Protocol").ifPresent(protocol -> draft.add(protocol(protocol)));
        Formulas formulas = new Formulas(old, remarks);
        new EventTranslation(old, faults, remarks).events().forEach(draft::add);
        FormTranslation forms = new FormTranslation(old, remarks);
        forms.forms().forEach(draft::add);
        forms.sections().forEach(draft::add);
        ItemTranslation items = new ItemTranslation(old, remarks, formulas);
        version.children("ItemDef").forEach(item -> draft.add(items.item(item)));
        ListTranslation lists = new ListTranslation(remarks);
        version.children("CodeList").forEach(list -> lists.list(list).ifPresent(draft::add));
        formulas.conditions().forEach(draft::add);
        formulas.methods().forEach(draft::add);
        OldVersion.units(study).forEach(unit -> draft.add(lists.unit(unit)));
        return draft.done();
    }

    private OdmDraft protocol(OdmElement protocol) {
        OdmDraft draft = new OdmDraft("Protocol", protocol).texts("Description", Texts.of(protocol, "Description"));
        protocol.children("Alias").forEach(alias -> draft.add(alias(alias)));
        return draft;
    }

    static OdmDraft alias(OdmElement alias) {
        return new OdmDraft("Alias", alias).copy(alias, "Context", "Name");
    }

    /** Tells that a part was left out. */
    static void stripped(Remarks remarks, OdmElement at, String sentence, Object... values) {
        remarks.add(Remark.Kind.STRIPPED, at, sentence, values);
    }
}
