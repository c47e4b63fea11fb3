package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.odm.Fault;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of files that nobody of this project wrote; docs/odm-verdicts.md is made from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictsTest {

    private static final List<String> FOLDERS =
            List.of("odmlib", "openedc", "redcap", "redcap-rsvc/odm", "rave", "vendor", "odm1-1", "odm2-examples");

    private static final Path DOCUMENT = StudyFiles.root().resolve("docs/odm-verdicts.md");
    /** How many kinds of definitions are counted. */
    private static final int COUNTS = 9;

    private static final String RENEW = "casebook.renew";
    private static final int FAULTS_SHOWN = 3;

    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

    /**
     * @param extent null when the file is refused
     * @param seconds of work
     */
    private record Verdict(StudyExtent extent, List<Fault> faults, List<Remark> remarks, double seconds) {

        boolean imported() {
            return extent != null;
        }

        long count(Remark.Kind kind) {
            return remarks.stream().filter(remark -> remark.kind() == kind).count();
        }

        String time() {
            return seconds < 1 ? "< 1 s" : seconds < 5 ? "< 5 s" : "5 s or more";
        }
    }

    @BeforeAll
    void readAll() throws IOException {
        Path data = StudyFiles.root().resolve("../shared/data").normalize();
        assumeTrue(Files.isDirectory(data), () -> data + " is not there");
        // once before it counts: the first file would pay for what Java learns
        verdict(StudyFiles.path("bmmsc-dmso.xml"));
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    verdicts.put(folder + "/" + file.getFileName(), verdict(file));
                }
            }
        }
    }

    private static Verdict verdict(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        DefinitionReader reader = new DefinitionReader();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        StudyExtent extent = null;
        List<Fault> faults = List.of();
        try {
            extent = StudyExtent.of(reader.read(content));
        } catch (StudyFileIsFaulty refused) {
            faults = refused.faults();
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        return new Verdict(extent, faults, reader.remarks(), seconds);
    }

    @Test
    void theDocumentSaysWhatHappens() throws IOException {
        String now = document();
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/odm-verdicts.md is old; run this test with -D" + RENEW
                        + "=true (argLine) and look at what changed")
                .isEqualTo(now);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # What becomes of other people's files

                Made by `VerdictsTest` from files that lie beside the project and are no part of it; the test fails when this page no longer says what happens. Renew it with `-Dcasebook.renew=true`. Counts are of definitions in the file, used or not; *repaired*, *kept* and *stripped* are numbers of remarks ([study files](study-files.md) says what they mean). Time is of work, in classes.

                | file | verdict | events | forms | groups | items | lists | checks | conditions | methods | units | repaired | kept | stripped | faults | time |
                |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
                """);
        verdicts.forEach((file, verdict) -> text.append(row(file, verdict)));
        text.append(together());
        long imported = verdicts.values().stream().filter(Verdict::imported).count();
        text.append("\n%d files: %d imported, %d refused.\n"
                .formatted(verdicts.size(), imported, verdicts.size() - imported));
        verdicts.forEach((file, verdict) -> text.append(details(file, verdict)));
        return text.toString();
    }

    /** What the imported files hold, added up. */
    private String together() {
        List<Verdict> imported =
                verdicts.values().stream().filter(Verdict::imported).toList();
        String counts = IntStream.range(0, COUNTS)
                .mapToObj(count -> imported.stream()
                        .mapToInt(verdict -> counts(verdict.extent()).get(count))
                        .sum())
                .map(sum -> sum + " | ")
                .collect(Collectors.joining());
        String remarks = Stream.of(Remark.Kind.REPAIRED, Remark.Kind.KEPT, Remark.Kind.STRIPPED)
                .map(kind -> imported.stream()
                                .mapToLong(verdict -> verdict.count(kind))
                                .sum()
                        + " | ")
                .collect(Collectors.joining());
        return "| together | imported: %d | %s%s0 | |\n".formatted(imported.size(), counts, remarks);
    }

    private static List<Integer> counts(StudyExtent extent) {
        return List.of(
                extent.events(),
                extent.forms(),
                extent.groups(),
                extent.items(),
                extent.codeLists(),
                extent.checks(),
                extent.conditions(),
                extent.methods(),
                extent.units());
    }

    private static String row(String file, Verdict verdict) {
        StudyExtent extent = verdict.extent();
        String counts = extent == null
                ? "– | ".repeat(COUNTS)
                : counts(extent).stream().map(count -> count + " | ").collect(Collectors.joining());
        return "| %s | %s | %s%d | %d | %d | %d | %s |\n"
                .formatted(
                        file,
                        verdict.imported() ? "imported" : "refused",
                        counts,
                        verdict.count(Remark.Kind.REPAIRED),
                        verdict.count(Remark.Kind.KEPT),
                        verdict.count(Remark.Kind.STRIPPED),
                        verdict.faults().size(),
                        verdict.time());
    }

    private static String details(String file, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.faults().stream()
                .limit(FAULTS_SHOWN)
                .forEach(fault -> lines.add("- Fault: " + plain(fault.toString())));
        if (verdict.faults().size() > FAULTS_SHOWN) {
            lines.add("- and %d more faults".formatted(verdict.faults().size() - FAULTS_SHOWN));
        }
        Map<String, List<Remark>> repaired = verdict.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.REPAIRED)
                .collect(Collectors.groupingBy(VerdictsTest::sort, TreeMap::new, Collectors.toList()));
        repaired.values()
                .forEach(same -> lines.add("- Repaired, %d ×: %s"
                        .formatted(same.size(), plain(same.get(0).toString()))));
        return lines.isEmpty() ? "" : "\n## %s\n\n%s\n".formatted(file, String.join("\n", lines));
    }

    /** Repairs of one sort say the same but for names. */
    private static String sort(Remark remark) {
        return remark.element() + remark.sentence().replaceAll("[A-Za-z0-9_-]+[._][A-Za-z0-9._-]+|“[^”]*”", "…");
    }

    private static String plain(String sentence) {
        return sentence.replaceAll("[*_<>|`\\\\]", "\\\\$0").replaceAll("\\s+", " ");
    }

    @Test
    void theFactsOfTheFilesAreFound() {
        assertThat(verdicts.get("odmlib/cdash-odm-test.xml").extent())
                .isEqualTo(new StudyExtent(1, 4, 7, 52, 16, 0, 0, 0, 0));
        assertThat(verdicts.get("openedc/metadata.xml").extent()).satisfies(extent -> {
            assertThat(List.of(extent.events(), extent.forms(), extent.items(), extent.checks()))
                    .containsExactly(3, 5, 28, 8);
            assertThat(List.of(extent.conditions(), extent.methods(), extent.units()))
                    .containsExactly(7, 2, 5);
        });
        assertThat(verdicts.get("odmlib/cdash-odm-test-invalid.xml").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("Line 14, studyName", "StudyName"));
        assertThat(verdicts.get("vendor/veeva_vodm.xml").faults())
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.contains("Study: The attribute OID is missing"));
        assertThat(verdicts.get("odm1-1/MetadataUC1.xml").faults().toString()).contains("DOCTYPE");
        assertThat(verdicts.get("odmlib/defineV21-SDTM.xml").faults().toString())
                .contains("Define-XML");
        assertThat(verdicts.entrySet().stream().filter(one -> one.getKey().startsWith("redcap")))
                .hasSize(6)
                .allSatisfy(one -> assertThat(one.getValue().imported()).isTrue());
    }

    @Test
    void theFilesAreWhatTheirNotesSay() throws Exception {
        Path data = StudyFiles.root().resolve("../shared/data").normalize();
        StudyDefinition forms =
                new DefinitionReader().read(Files.readAllBytes(data.resolve("odmlib/cdash-odm-test.xml")));
        assertThat(forms.forms().values().stream().filter(form -> form.partOf() != null))
                .as("groups that repeat")
                .hasSize(2);
        StudyDefinition german = new DefinitionReader().read(Files.readAllBytes(data.resolve("openedc/metadata.xml")));
        assertThat(german.languages()).containsExactlyInAnyOrder("en", "de");
        byte[] clinical = Files.readAllBytes(data.resolve("openedc/clinicaldata.xml"));
        assertThat(OdmSchema.document(clinical)
                        .getElementsByTagNameNS("*", "StudyEventData")
                        .getLength())
                .isEqualTo(249);
        Map<String, Integer> wrong = new LinkedHashMap<>();
        for (String file : List.of(
                "redcap/Project_1.xml",
                "redcap/export_data.xml",
                "redcap/07_DesignForms_v1115.xml",
                "redcap-rsvc/odm/C.3.30.OneRand.xml",
                "redcap-rsvc/odm/Project_3.30_norand.REDCap.xml",
                "redcap-rsvc/odm/Project_3.30_baserand.REDCap.xml")) {
            wrong.put(
                    file,
                    OdmSchema.errorsOfForeign(Files.readAllBytes(data.resolve(file)))
                            .size());
        }
        // the notes tell one fewer of each of the last three; their counting is not ours
        assertThat(wrong.values())
                .as("errors that repairs have to mend: %s", wrong)
                .containsExactly(13, 19, 4, 7, 7, 21);
    }

    @Test
    void everyRefusalSaysWhereAndWhy() {
        verdicts.forEach((file, verdict) -> {
            if (!verdict.imported()) {
                assertThat(verdict.faults()).as(file).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.line()).isPositive();
                    assertThat(fault.sentence()).endsWith(".");
                });
            }
        });
    }
}
