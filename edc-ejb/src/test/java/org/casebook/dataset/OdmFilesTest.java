package org.casebook.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.casebook.dataset.ParticipantRows.VisitRow;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The two ODM files against CDISC's own schema, and what they say against what was put in. */
class OdmFilesTest {

    private static final String HARD_TEXT = "=1+1\nsecond \"line\" & <tag>\ttab";
    private static final List<Cut.Person> PEOPLE =
            List.of(new Cut.Person("u-1", "investigator-101", "Ida Vest", "Site North"));

    @Test
    void the_snapshot_is_valid_and_keeps_every_character() throws Exception {
        byte[] file = snapshot(CutFixture.cut(true));
        Document odm = parse(file);
        assertThat(item(odm, "I.REMARK").getAttribute("Value")).isEqualTo(HARD_TEXT);
        assertThat(item(odm, "I.WEIGHT").getAttribute("Value")).isEqualTo("72.5");
        assertThat(item(odm, "I.SINCE").getAttribute("IsNull")).isEqualTo("Yes");
        assertThat(item(odm, "CASEBOOK.VISIT.DATE").getAttribute("Value")).isEqualTo("2025-05-06");
        validate(file);
    }

    @Test
    void what_tells_the_treatment_is_left_out_while_blinded_and_no_arm_is_ever_there() throws Exception {
        String blinded = new String(snapshot(CutFixture.cut(true)), StandardCharsets.UTF_8);
        String open = new String(snapshot(CutFixture.cut(false)), StandardCharsets.UTF_8);
        assertThat(blinded).doesNotContain("I.VIAL").doesNotContain("vial-9").doesNotContain("Secret arm");
        assertThat(open).contains("vial-9").doesNotContain("Secret arm");
    }

    @Test
    void the_history_is_valid_and_tells_each_act_once() throws Exception {
        byte[] file = history();
        Document odm = parse(file);
        assertThat(types(odm, "SubjectData"))
                .containsExactly("Insert", "Context", "Context", "Context", "Context", "Context", "Context", "Context");
        assertThat(types(odm, "FormData"))
                .containsExactly("Insert", "Context", "Context", "Context", "Context", "Remove");
        assertThat(types(odm, "ItemData")).containsExactly("Insert", "Update", "Remove");
        assertThat(odm.getElementsByTagName("AuditRecord").getLength()).isEqualTo(8);
        assertThat(odm.getElementsByTagName("ReasonForChange").item(0).getTextContent())
                .isEqualTo("slip of the pen");
        assertThat(odm.getElementsByTagName("Signature").getLength()).isEqualTo(1);
        validate(file);
    }

    @Test
    void whoever_reads_the_file_sees_that_the_use_of_data_was_withdrawn() {
        assertThat(new String(snapshot(CutFixture.cut(true)), StandardCharsets.UTF_8))
                .contains("Status: WITHDRAWN; use of the data withdrawn");
    }

    @Test
    void the_same_data_give_the_same_bytes() {
        assertThat(snapshot(CutFixture.cut(true))).isEqualTo(snapshot(CutFixture.cut(true)));
    }

    private static byte[] snapshot(Cut cut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OdmSnapshot snapshot = new OdmSnapshot(cut, new OdmFile(cut, out).open(OdmFile.FileType.Snapshot, PEOPLE));
        VisitRow visit = new VisitRow("101", "101-001", "E.BASE", "DONE", LocalDate.of(2025, 5, 6), null);
        ParticipantRows.Row participant = new ParticipantRows.Row(
                "101",
                "101-001",
                "WITHDRAWN",
                CutFixture.VERSION,
                Instant.EPOCH,
                "1",
                Instant.EPOCH,
                new ParticipantRows.Standing(LocalDate.of(2025, 6, 1), null, "DATA"));
        snapshot.participant(participant, List.of(visit), forms());
        assertThat(snapshot.finish())
                .isEqualTo(cut.blinding().withheld(CutFixture.study()).isEmpty() ? 5 : 4);
        return out.toByteArray();
    }

    private static List<CaseRow> forms() {
        return List.of(
                CutFixture.form(Map.of(
                        "I.WEIGHT", CutFixture.typed("72.5"),
                        "I.SEX", CutFixture.typed("F"),
                        "I.REMARK", CutFixture.typed(HARD_TEXT),
                        "I.VIAL", CutFixture.typed("vial-9"))),
                CutFixture.logRow(Map.of("I.SINCE", new CaseRow.Cell(null, null, null, "unknown", true))));
    }

    private static byte[] history() {
        Cut cut = CutFixture.cut(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OdmHistory history = new OdmHistory(cut, new OdmFile(cut, out).open(OdmFile.FileType.Transactional, PEOPLE));
        history.line(line("subject-added", null, null, null, null, null));
        history.line(line("visit-dated", null, null, null, "2025-05-06", null));
        history.line(line("form-started", "F.DM", null, null, "STARTED", null));
        history.line(line("item-changed", "F.DM", "I.WEIGHT", null, "72", null));
        history.line(line("item-changed", "F.DM", "I.WEIGHT", "72", "72.5", "slip of the pen"));
        history.line(line("item-changed", "F.DM", "I.WEIGHT", "72.5", null, "wrong participant"));
        history.line(line("form-signed", "F.DM", null, null, "Approval", null));
        history.line(line("form-voided", "F.DM", null, "COMPLETE", "VOID", "wrong participant"));
        assertThat(history.finish()).isEqualTo(8);
        return out.toByteArray();
    }

    private static TrailRows.Line line(
            String action, String form, String item, String before, String after, String reason) {
        String event = action.equals("subject-added") ? null : "E.BASE";
        CaseRow.Seal seal = action.equals("form-signed")
                ? new CaseRow.Seal("u-1", "Ida Vest", "Approval", CutFixture.LOCKED, "101")
                : null;
        return new TrailRows.Line(
                new TrailRows.Line.Place(CutFixture.VERSION, "101", "101-001", event, form, null, item),
                action,
                before,
                after,
                reason,
                "u-1",
                false,
                Instant.parse("2025-05-06T07:08:09.123456Z"),
                seal);
    }

    private static List<String> types(Document odm, String element) {
        return Stream.iterate(0, i -> i < odm.getElementsByTagName(element).getLength(), i -> i + 1)
                .map(i -> ((Element) odm.getElementsByTagName(element).item(i)).getAttribute("TransactionType"))
                .toList();
    }

    private static Element item(Document odm, String oid) {
        for (int i = 0; i < odm.getElementsByTagName("ItemData").getLength(); i++) {
            Element item = (Element) odm.getElementsByTagName("ItemData").item(i);
            if (item.getAttribute("ItemOID").equals(oid)) {
                return item;
            }
        }
        throw new AssertionError("no ItemData for " + oid);
    }

    private static Document parse(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    /** CDISC's schema is not ours to ship; where it lies beside the project, the files are held against it. */
    private static void validate(byte[] file) throws Exception {
        Path schema = schema();
        assumeTrue(schema != null, "ODM 1.3.2 schema not found at ../shared/data/xsd/odm-1-3-2 beside the project");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    private static Path schema() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/data/xsd/odm-1-3-2/ODM1-3-2.xsd");
            if (Files.exists(found)) {
                return found;
            }
            folder = folder.getParent();
        }
        return null;
    }
}
