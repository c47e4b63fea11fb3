package org.casebook.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Import, export as ODM 1.3.2, import: an equal definition, up to what was told as lost. */
class OldFileTest {

    private static final int STUDIES = 40;

    private static final List<String> FOLDERS =
            List.of("odmlib", "openedc", "redcap", "redcap-rsvc/odm", "vendor", "odm2-examples");

    /** Where in a definition each loss shows. */
    private static final Map<Loss, List<String>> SHOWS = Map.ofEntries(
            Map.entry(Loss.ARMS, List.of("arms.*", "randomization.*", "events.*armOid")),
            Map.entry(Loss.EPOCHS, List.of("epochs.*", "events.*epochOid")),
            Map.entry(Loss.WINDOWS, List.of("events.*timing.*")),
            Map.entry(Loss.REPETITION, List.of("events.*repeats")),
            Map.entry(Loss.CRITERIA, List.of("criteria.*")),
            Map.entry(Loss.RANDOMIZATION, List.of("randomization.*")),
            Map.entry(Loss.TEST_PARTICIPANTS, List.of("testParticipants.*")),
            Map.entry(Loss.INSTRUMENTS, List.of()),
            Map.entry(Loss.FORM_MARKS, List.of("forms.*purpose", "forms.*signed")),
            Map.entry(Loss.SECTION_HELP, List.of("forms.*sections.*help.*")),
            Map.entry(Loss.NESTING, List.of("forms.*", "conditions.*", "events.*forms.*")),
            Map.entry(Loss.SHARED_GROUPS, List.of("forms.*", "events.*forms.*")),
            Map.entry(Loss.ITEM_MARKS, List.of("forms.*role", "forms.*critical", "forms.*blinded")),
            Map.entry(Loss.ITEM_HELP, List.of("forms.*items.*help.*")),
            Map.entry(
                    Loss.WIDGETS, List.of("forms.*items.*type", "forms.*items.*scale.*", "forms.*items.*attachment.*")),
            Map.entry(Loss.ROW_LINKS, List.of("forms.*items.*type", "forms.*items.*link.*")),
            Map.entry(Loss.UNIT_CONVERSION, List.of(".*unit.*standard", ".*unit.*factor", ".*unit.*offset")),
            Map.entry(Loss.CHECK_NAMES, List.of("forms.*checks.*oid")),
            Map.entry(Loss.CHECK_MESSAGES, List.of("forms.*checks.*message.*")),
            Map.entry(Loss.DESCRIPTION_LANGUAGES, List.of("description.*")),
            Map.entry(Loss.KEPT_PARTS, List.of("events.*gate.*")));

    static Stream<Path> files() throws IOException {
        List<Path> all = new ArrayList<>(list(StudyFiles.path("")));
        all.addAll(list(StudyFiles.root().resolve("config/instruments")));
        for (String folder : FOLDERS) {
            all.addAll(list(
                    StudyFiles.root().resolve("../shared/data").resolve(folder).normalize()));
        }
        return all.stream();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsReadComesBackEqualUpToWhatIsTold(Path file) throws Exception {
        requireEqualUpToWhatIsTold(readable(file));
    }

    private static void requireEqualUpToWhatIsTold(StudyDefinition study) {
        OldFile written = OldFile.of(study);
        assertThat(OldFile.of(study).content()).as("the same bytes again").isEqualTo(written.content());
        StudyDefinition back = new DefinitionReader().read(written.content());
        List<String> lost = new ArrayList<>(List.of("source.*"));
        written.losses().keySet().forEach(loss -> lost.addAll(SHOWS.get(loss)));
        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(lost.toArray(String[]::new))
                .isEqualTo(study);
        // groups may lie otherwise, but no form loses an item
        study.forms()
                .forEach((oid, form) ->
                        assertThat(items(back.form(oid))).as("items of %s", oid).isEqualTo(items(form)));
    }

    private static List<List<Object>> items(FormDefinition form) {
        return form.items().stream()
                .map(item -> Arrays.<Object>asList(
                        item.oid(),
                        item.name(),
                        item.question(),
                        item.length(),
                        item.significantDigits(),
                        item.codeList(),
                        item.mandatory(),
                        item.methodOid(),
                        item.aliases(),
                        item.checks().size()))
                .toList();
    }

    @Test
    void checksThatCannotRunStayAsTextAndKeepTheirPlaces() throws IOException {
        Path file =
                StudyFiles.root().resolve("../shared/data/openedc/metadata.xml").normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there");
        String foreign = """
                <RangeCheck SoftHard="Hard"><FormalExpression Context="XPath 1.0">. mod 2 = 0</FormalExpression>
                  <ErrorMessage><TranslatedText xml:lang="en">An even number.</TranslatedText></ErrorMessage></RangeCheck>
                <RangeCheck Comparator="GE" SoftHard="Hard"><CheckValue>eighteen</CheckValue></RangeCheck>
                """;
        String given = Files.readString(file);
        int at = given.indexOf("<RangeCheck", given.indexOf("ItemDef OID=\"Age\""));
        byte[] odd = (given.substring(0, at) + foreign + given.substring(at)).getBytes(UTF_8);
        StudyDefinition study = new DefinitionReader().read(odd);
        StudyDefinition back = new DefinitionReader().read(OldFile.of(study).content());
        for (StudyDefinition one : List.of(study, back)) {
            assertThat(one.item("F.1", "Age").checks())
                    .extracting(CheckDefinition::oid)
                    .allMatch(oid -> oid.matches("Age\\.RC[3-9]"))
                    .isNotEmpty();
            assertThat(new String(OldFile.of(one).content(), UTF_8))
                    .contains(". mod 2 = 0", "XPath 1.0", "An even number.", "GE eighteen");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, STUDIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGeneratedStudyComesBackEqualUpToWhatIsTold(long seed) throws Exception {
        StudyDefinition study = new DefinitionReader().read(GeneratedStudy.file(seed));
        assertThat(OdmSchema.errorsOfOld(OldFile.of(study).content())).isEmpty();
        requireEqualUpToWhatIsTold(study);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWeWroteIsWrittenAgainByteForByte(Path file) throws IOException {
        byte[] written = OldFile.of(readable(file)).content();
        assertThat(OldFile.of(new DefinitionReader().read(written)).content())
                .asString(UTF_8)
                .isEqualTo(new String(written, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAFileSaysOfItselfStays(Path file) throws Exception {
        byte[] content = Files.readAllBytes(file);
        Element before = OdmSchema.document(content).getDocumentElement();
        Element after = OdmSchema.document(OldFile.of(readable(file)).content()).getDocumentElement();
        for (String name : List.of(
                "FileOID",
                "Granularity",
                "PriorFileOID",
                "CreationDateTime",
                "AsOfDateTime",
                "Originator",
                "SourceSystem",
                "SourceSystemVersion",
                "Description")) {
            assertThat(after.getAttribute(name)).as(name).isEqualTo(before.getAttribute(name));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenIsValid(Path file) throws Exception {
        assertThat(OdmSchema.errorsOfOld(OldFile.of(readable(file)).content())).isEmpty();
    }

    private static StudyDefinition readable(Path file) throws IOException {
        try {
            return new DefinitionReader().read(Files.readAllBytes(file));
        } catch (StudyFileIsFaulty refused) {
            assumeTrue(false, () -> file.getFileName() + " is refused, see docs/odm-verdicts.md");
            throw refused;
        }
    }

    @Test
    void openEdcsExampleLosesNothing() throws IOException {
        Path file =
                StudyFiles.root().resolve("../shared/data/openedc/metadata.xml").normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there");
        assertThat(OldFile.of(readable(file)).losses()).isEmpty();
    }

    @Test
    void eachLossIsInTheDocumentation() throws IOException {
        String documented = Files.readString(StudyFiles.root().resolve("docs/study-files.md"));
        for (Loss loss : Loss.values()) {
            assertThat(documented)
                    .contains("- %s: %s"
                            .formatted(loss.name().toLowerCase(Locale.ROOT).replace('_', ' '), loss.sentence()));
        }
        assertThat(SHOWS.keySet()).isEqualTo(Set.copyOf(EnumSet.allOf(Loss.class)));
    }
}
