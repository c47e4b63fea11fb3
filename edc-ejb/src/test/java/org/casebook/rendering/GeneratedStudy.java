package org.casebook.rendering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A study file made by chance: each seed another one, all of them valid, together with every element of the profile. */
final class GeneratedStudy extends GeneratedItems {

    private final List<Draft> groups = new ArrayList<>();
    private final List<Draft> events = new ArrayList<>();
    private final List<Draft> eventGroups = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final List<String> visits = new ArrayList<>();
    private final List<String> arms = new ArrayList<>();
    private final List<String> epochs = new ArrayList<>();
    private String shared;
    private String eligibility;
    private String decimalOfEligibility;

    private GeneratedStudy(long seed) {
        super(new Random(seed));
    }

    static byte[] file(long seed) {
        return new GeneratedStudy(seed).write();
    }

    private byte[] write() {
        arms.addAll(List.of(oid("AR"), oid("AR")));
        epochs.addAll(List.of(oid("EP"), oid("EP")));
        shared = item("integer", false);
        for (int i = 0; i < 3; i++) {
            forms.add(group("Form", "No", 2));
        }
        String log = group("Form", "Simple", 1);
        eligibility = group("Form", "No", 0, "cb:Purpose", "Eligibility", "cb:Signed", "Yes");
        events(log, eligibility);
        group("Section", "No", 0);
        Draft version = version().shuffled(random);
        Draft root = Draft.of(
                        "ODM",
                        "xmlns",
                        "http://www.cdisc.org/ns/odm/v2.0",
                        "xmlns:cb",
                        "http://casebook.org/ns/odm/v1",
                        "xmlns:xlink",
                        "http://www.w3.org/1999/xlink",
                        "FileType",
                        "Snapshot",
                        "FileOID",
                        "F.1",
                        "ODMVersion",
                        "2.0",
                        "CreationDateTime",
                        "2026-01-01T00:00:00Z",
                        "SourceSystem",
                        perhaps(words()))
                .with(
                        description(),
                        Draft.of("Study", "OID", oid("ST"), "StudyName", words(), "ProtocolName", words())
                                .with(description(), version),
                        perhaps(Draft.of("ClinicalData", "StudyOID", "X", "MetaDataVersionOID", "Y")));
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        root.write(out, random);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Draft version() {
        Draft standards = Draft.of("Standards")
                .with(Draft.of(
                        "Standard",
                        "OID",
                        oid("SD"),
                        "Name",
                        "SDTMIG",
                        "Type",
                        "IG",
                        "Version",
                        "3.4",
                        "Status",
                        "Final"));
        Draft document = Draft.of("DocumentRef", "LeafID", "LF.1")
                .with(Draft.of("PDFPageRef", "PageRefs", "1 2", "Type", "PhysicalRef"));
        Draft title = Draft.of("Title").text(words());
        return Draft.of("MetaDataVersion", "OID", oid("MV"), "Name", words())
                .with(
                        description(),
                        perhaps(standards),
                        perhaps(Draft.of("AnnotatedCRF").with(document)))
                .with(perhaps(Draft.of("SupplementalDoc").with(document)))
                .with(valueLists)
                .with(protocol(), workflow())
                .with(eventGroups)
                .with(events)
                .with(groups)
                .with(items)
                .with(lists)
                .with(conditions)
                .with(methods)
                .with(Draft.of("CommentDef", "OID", "COM.1").with(texts("Description"), perhaps(document)))
                .with(Draft.of("Leaf", "ID", "LF.1", "xlink:href", "crf.pdf").with(title))
                .with(units)
                .with(
                        perhaps(randomization()),
                        perhaps(recruitment()),
                        perhaps(response()),
                        perhaps(testParticipant()));
    }

    private Draft recruitment() {
        return Draft.of("cb:Recruitment", "PlannedParticipants", "40", "FirstMonth", "2026-03", "LastMonth", "2027-06");
    }

    private Draft response() {
        return Draft.of("cb:Response", "OID", oid("RE"), "Name", words(), "StudyEventOID", visits.get(0))
                .with(
                        perhaps(Draft.of("cb:Initial", "StudyEventOID", visits.get(0))),
                        Draft.of("cb:Changed", "ItemOID", decimalOfEligibility, "By", "-2.5"),
                        perhaps(Draft.of("cb:AtLeast", "ItemOID", decimalOfEligibility, "Value", "30")),
                        perhaps(Draft.of("cb:AtMost", "ItemOID", decimalOfEligibility, "Value", "-30.5")),
                        perhaps(Draft.of("cb:Subgroup", "ItemOID", decimalOfEligibility)));
    }

    private Draft testParticipant() {
        Draft enter = Draft.of("cb:Enter", "ItemGroupOID", eligibility, "ItemOID", decimalOfEligibility, "Value", "12");
        Draft visit = Draft.of(
                        "cb:Visit", "StudyEventOID", visits.get(0), "Date", "2026-02-01", "Reason", perhaps("Snow"))
                .with(
                        perhaps(enter),
                        Draft.of("cb:Form", "ItemGroupOID", eligibility, "Do", "Lock", "Reason", perhaps("Snow")),
                        Draft.of("cb:Expect", "StudyEventOID", visits.get(0), "State", "Done"),
                        perhaps(enter));
        return Draft.of("cb:TestParticipant", "OID", oid("TP"), "Name", words(), "Today", "2026-02-01")
                .with(visit);
    }

    /** A group with items, and as long as there is depth with groups in it, one of which may repeat; gives its OID. */
    private String group(String type, String repeating, int depth, String... more) {
        String oid = oid(type.equals("Form") ? "F" : "G");
        Draft group = Draft.of(
                "ItemGroupDef",
                "OID",
                oid,
                "Name",
                words(),
                "Type",
                type,
                "Repeating",
                repeating,
                "Domain",
                perhaps("LB"),
                "RepeatingLimit",
                repeating.equals("No") ? null : perhaps("9"),
                more.length > 0 ? more[0] : "Purpose",
                more.length > 0 ? more[1] : perhaps("Tabulation"),
                more.length > 2 ? more[2] : "cb:Signed",
                more.length > 2 ? more[3] : perhaps("Yes"));
        group.with(description(), perhaps(Draft.of("Class", "Name", "FINDINGS")));
        List<Integer> orders = orders(5);
        List<Draft> refs = new ArrayList<>();
        refs.add(itemRef(item(), orders.get(0)));
        String decimal = item("decimal", false);
        decimalOfEligibility = more.length > 0 ? decimal : decimalOfEligibility;
        refs.add(itemRef(decimal, orders.get(1), "MethodOID", perhaps(method())));
        if (type.equals("Form") && chance()) {
            refs.add(itemRef(shared, orders.get(2)));
        }
        if (depth > 0) {
            refs.add(groupRef(group("Section", "No", depth - 1), orders.get(3)));
            String rows = one(List.of("Simple", "Dynamic", "Static"));
            refs.add(groupRef(group("Section", chance() ? rows : "No", 0), orders.get(4)));
        }
        group.with(refs).with(coding(), perhaps(workflowRef()), origin(), alias("CDASH"));
        groups.add(group.with(
                perhaps(Draft.of("cb:Help", "xml:lang", "en").text(words())),
                type.equals("Form") && depth > 0 ? instrument(decimal) : null));
        return oid;
    }

    private Draft instrument(String item) {
        Draft threshold = Draft.of("cb:Threshold", "Name", "MIC", "Of", "Percent", "Amount", "30", "Source", "A paper");
        Draft score = Draft.of("cb:Score", "ItemOID", item, "Low", "-1.5", "High", "9", "Direction", "HigherIsBetter")
                .with(Draft.of("cb:Missing", "xml:lang", "de").text(words()), threshold);
        return Draft.of("cb:Instrument", "Name", "An instrument", "Version", "1")
                .with(
                        Draft.of("cb:Source").text(words()),
                        Draft.of("cb:Licence", "xml:lang", "en").text(words()),
                        score.also("Items", "3").also("Least", "2").also("LeastFrom", perhaps("1")));
    }

    private Draft itemRef(String item, Integer order, String... more) {
        return Draft.of(
                        "ItemRef",
                        "ItemOID",
                        item,
                        "Mandatory",
                        chance() ? "Yes" : "No",
                        "OrderNumber",
                        order == null ? null : order.toString(),
                        "CollectionExceptionConditionOID",
                        someCondition(),
                        more.length > 0 ? more[0] : "KeySequence",
                        more.length > 0 ? more[1] : null,
                        "PreSpecifiedValue",
                        random.nextInt(5) == 0 ? words() : null,
                        "cb:Critical",
                        perhaps("Yes"),
                        "cb:Blinded",
                        perhaps("Yes"))
                .with(origin());
    }

    private Draft groupRef(String group, Integer order) {
        return Draft.of(
                "ItemGroupRef",
                "ItemGroupOID",
                group,
                "Mandatory",
                chance() ? "Yes" : "No",
                "OrderNumber",
                order == null ? null : order.toString(),
                "CollectionExceptionConditionOID",
                someCondition());
    }

    private void events(String log, String eligibility) {
        for (int i = 0; i < 4; i++) {
            String oid = oid("SE");
            visits.add(oid);
            Draft event = event(oid, i == 3 ? "Unscheduled" : "Scheduled");
            event.with(groupRef(i == 0 ? eligibility : log, 1), groupRef(one(forms), chance() ? 2 : null));
            events.add(event.with(perhaps(workflowRef()), coding(), alias("CDASH")));
        }
        events.add(event(oid("SE"), "Common").with(groupRef(log, null)));
        String inner = oid("EG");
        eventGroups.add(Draft.of("StudyEventGroupDef", "OID", "EG.OUTER", "Name", words(), "EpochOID", epochs.get(0))
                .with(
                        description(),
                        reference("StudyEventRef", "StudyEventOID", visits.get(0), 1),
                        reference("StudyEventGroupRef", "StudyEventGroupOID", inner, 2)
                                .with(description())));
        eventGroups.add(Draft.of(
                        "StudyEventGroupDef",
                        "OID",
                        inner,
                        "Name",
                        words(),
                        "EpochOID",
                        perhaps(epochs.get(1)),
                        "ArmOID",
                        perhaps(arms.get(0)))
                .with(
                        reference("StudyEventRef", "StudyEventOID", visits.get(2), chance() ? 7 : null),
                        reference("StudyEventRef", "StudyEventOID", visits.get(1), chance() ? 3 : null),
                        perhaps(workflowRef()),
                        coding()));
    }

    private Draft event(String oid, String type) {
        return Draft.of("StudyEventDef", "OID", oid, "Name", words(), "Type", type)
                .with(description())
                .also("Repeating", chance() ? "Yes" : "No")
                .also("Category", chance() ? "Category" : null);
    }

    private Draft protocol() {
        return new GeneratedProtocol(this, visits, arms, epochs).protocol();
    }

    private static Draft workflowRef() {
        return Draft.of("WorkflowRef", "WorkflowOID", "WF.1");
    }

    private Draft workflow() {
        return new GeneratedProtocol(this, visits, arms, epochs).workflow();
    }

    private Draft randomization() {
        boolean lists = chance();
        Draft plan = Draft.of("cb:Randomization", "BySite", lists && chance() ? "Yes" : "No");
        if (lists) {
            plan.also("SlotsPerStratum", "40");
        }
        plan.also("StudyEventOID", perhaps(visits.get(0)));
        if (chance()) {
            plan.also("PlannedParticipants", "40").also("FirstMonth", "2026-01").also("LastMonth", "2027-12");
        }
        Draft two = plan.with(
                Draft.of("cb:ArmShare", "ArmOID", arms.get(0), "Share", "2"),
                Draft.of("cb:ArmShare", "ArmOID", arms.get(1), "Share", "1"));
        return lists
                ? two.with(
                        Draft.of("cb:BlockSize").text("3"),
                        Draft.of("cb:BlockSize").text("6"))
                : two.with(Draft.of("cb:Minimisation", "Imbalance", "Variance", "Probability", "0.8")
                        .with(Draft.of("cb:Factor", "Site", "Yes", "Weight", "1.5")));
    }
}
