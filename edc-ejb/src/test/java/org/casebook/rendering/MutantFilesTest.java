package org.casebook.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyFiles;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * Valid files with one thing wrong: an attribute with nonsense or nothing in it or left out, text where none may stand, an element
 * that is emptied, left out, stands twice or behind its neighbour. What CDISC's schema refuses of it, we refuse, with the line and
 * what is wrong, or tell as repaired; of clinical data beside the definition, as left out with what is wrong.
 */
class MutantFilesTest {

    /** What the schemas refuse and we take on purpose, and why: nothing at present. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    /** Smaller ones are altered in every way that they have a place for; larger ones in those that no other had. */
    private static final int SMALL = 20_000;

    /** Clinical data that stand in a study file: left out, and what is wrong with them told. */
    private static final String DATA = """
            <ClinicalData StudyOID="S" MetaDataVersionOID="V">
            <SubjectData SubjectKey="7" TransactionType="Insert"><InvestigatorRef UserOID="U"/><SiteRef LocationOID="L"/>
            <StudyEventData StudyEventOID="SE" StudyEventRepeatKey="1" TransactionType="Insert">
            <ItemGroupData ItemGroupOID="F" ItemGroupRepeatKey="1" TransactionType="Insert" ItemGroupDataSeq="1">
            <ItemGroupData ItemGroupOID="G"><ItemData ItemOID="A" TransactionType="Insert"><Value SeqNum="1">x</Value></ItemData>
            <ItemData ItemOID="B" IsNull="Yes"/></ItemGroupData>
            <Annotation SeqNum="1"><Comment>c</Comment></Annotation></ItemGroupData></StudyEventData></SubjectData>
            <ItemGroupData ItemGroupOID="X"/></ClinicalData>
            """;

    private static final String OLD_DATA = """
            <ClinicalData StudyOID="S" MetaDataVersionOID="V">
            <SubjectData SubjectKey="7" TransactionType="Insert"><InvestigatorRef UserOID="U"/><SiteRef LocationOID="L"/>
            <Annotation SeqNum="1"><Comment>c</Comment></Annotation>
            <StudyEventData StudyEventOID="SE" StudyEventRepeatKey="1" TransactionType="Insert">
            <FormData FormOID="F" FormRepeatKey="1" TransactionType="Insert">
            <ItemGroupData ItemGroupOID="G" ItemGroupRepeatKey="1" TransactionType="Insert">
            <ItemData ItemOID="A" TransactionType="Insert" Value="1"><MeasurementUnitRef MeasurementUnitOID="MU"/></ItemData>
            <ItemData ItemOID="B" IsNull="Yes"/></ItemGroupData>
            <ItemGroupData ItemGroupOID="H"><ItemDataAny ItemOID="C" IsNull="Yes"/>
            <ItemDataString ItemOID="D" MeasurementUnitOID="MU" TransactionType="Insert">text</ItemDataString></ItemGroupData>
            </FormData></StudyEventData></SubjectData></ClinicalData>
            """;

    private static byte[] with(String data, byte[] study) {
        return new String(study, UTF_8).replace("</ODM>", data + "</ODM>").getBytes(UTF_8);
    }

    /** Small ones first. */
    private static List<byte[]> files() throws IOException {
        List<Path> files = new ArrayList<>(all(StudyFiles.path("")));
        for (String folder : List.of("odm2-examples", "odmlib", "openedc")) {
            files.addAll(all(
                    StudyFiles.root().resolve("../shared/data").resolve(folder).normalize()));
        }
        List<byte[]> readable = new ArrayList<>();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            if (verdict(content).refusal() == null) {
                readable.add(content);
            }
        }
        for (long seed = 0; seed < 8; seed++) {
            readable.add(GeneratedStudy.file(seed));
        }
        readable.add(with(DATA, GeneratedStudy.file(8)));
        readable.sort(Comparator.comparingInt(content -> content.length));
        return readable;
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatTheSchemaRefusesIsRefused() throws Exception {
        requireNoneTaken(files());
    }

    @Test
    void whatTheOldSchemaRefusesOfWhatWeWriteIsRefused() throws Exception {
        List<byte[]> written = new ArrayList<>();
        for (byte[] file : files()) {
            written.add(OldFile.of(new DefinitionReader().read(file)).content());
        }
        written.add(with(OLD_DATA, written.get(0)));
        requireNoneTaken(written);
    }

    private static void requireNoneTaken(List<byte[]> files) throws Exception {
        Map<String, String> taken = new TreeMap<>();
        Set<String> made = new HashSet<>();
        int refused = 0;
        for (byte[] content : files) {
            if (!schemaErrors(content).isEmpty()) {
                continue;
            }
            Verdict before = verdict(content);
            Set<String> tried = content.length < SMALL ? new HashSet<>() : made;
            List<Mutants.Mutant> mutants = Mutants.of(OdmSchema.document(content), tried);
            made.addAll(tried);
            for (Mutants.Mutant mutant : mutants) {
                byte[] altered = mutant.of(content);
                List<String> errors = schemaErrors(altered);
                if (!errors.isEmpty()) {
                    Verdict verdict = verdict(altered);
                    if (verdict.refusal() == null && !verdict.tellsMoreThan(before)) {
                        taken.put(mutant.name(), errors.get(0));
                    } else if (verdict.refusal() != null) {
                        refused++;
                        assertThat(verdict.refusal().faults()).as(mutant.name()).allMatch(fault -> fault.line() > 0);
                    }
                }
            }
        }
        assertThat(taken.keySet())
                .as("taken in silence, and refused by the schema: " + taken)
                .isEqualTo(EXCEPTIONS.keySet());
        assertThat(refused).isGreaterThan(90);
    }

    private static List<String> schemaErrors(byte[] content) throws Exception {
        Document document = OdmSchema.document(content);
        return document.getDocumentElement().getNamespaceURI().endsWith("v2.0")
                ? OdmSchema.errors(content)
                : OdmSchema.errorsOfOld(content);
    }

    /**
     * @param refusal null when the file is taken
     * @param repairs the sentences of those that were told, each as often as it was
     */
    private record Verdict(StudyFileIsFaulty refusal, List<String> repairs) {

        boolean tellsMoreThan(Verdict before) {
            List<String> more = new ArrayList<>(repairs);
            before.repairs.forEach(more::remove);
            return !more.isEmpty();
        }
    }

    private static Verdict verdict(byte[] content) {
        DefinitionReader reader = new DefinitionReader();
        try {
            reader.read(content);
            return new Verdict(
                    null,
                    reader.remarks().stream()
                            .filter(remark -> remark.kind() == Remark.Kind.REPAIRED
                                    || remark.sentence().startsWith("Left out with the clinical data, and at fault"))
                            .map(Remark::sentence)
                            .toList());
        } catch (StudyFileIsFaulty faulty) {
            return new Verdict(faulty, List.of());
        }
    }
}
