package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.TranslatedText;
import org.casebook.instrument.Score.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The instruments that ship: each a whole file in two languages that says what its scores mean, and none with licensed wording. */
class LibraryTest {

    private static final Path FOLDER = StudyFiles.root().resolve("config/instruments");

    static List<Instrument> all() {
        return Library.files().values().stream()
                .flatMap(file -> Instruments.of(file).stream())
                .toList();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }

    @Test
    void every_file_of_the_folder_is_offered_and_brings_one_instrument() throws IOException {
        assertThat(Library.files()).hasSameSizeAs(files()).hasSize(16);
        assertThat(all())
                .extracting(Instrument::formOid)
                .containsExactlyElementsOf(Library.files().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_is_valid_ODM_once_our_parts_are_taken_away(Path file) throws Exception {
        assertThat(OdmSchema.errors(Files.readAllBytes(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_is_read_without_a_remark(Path file) throws IOException {
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition study = reader.read(Files.readAllBytes(file));
        assertThat(reader.remarks()).isEmpty();
        assertThat(Misfits.of(study)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_says_its_version_sources_licence_and_what_its_scores_mean(Instrument instrument) {
        assertThat(instrument.version()).isNotBlank();
        assertThat(instrument.sources()).isNotEmpty();
        assertThat(instrument.licence().byLanguage()).containsKeys("en", "de");
        assertThat(instrument.scores()).isNotEmpty().allSatisfy(score -> {
            assertThat(score.low()).isLessThan(score.high());
            assertThat(score.missing().byLanguage()).containsKeys("en", "de");
            assertThat(score.title().byLanguage()).containsKeys("en", "de");
            assertThat(score.thresholds()).allSatisfy(threshold -> {
                assertThat(threshold.amount()).isPositive();
                assertThat(threshold.source()).isNotBlank();
            });
        });
    }

    @Test
    void the_two_scales_of_the_arm_with_one_range_go_in_opposite_directions() {
        Score worse = score("UEFS");
        Score better = score("UEFI");
        assertThat(worse.low()).isEqualByComparingTo(better.low());
        assertThat(worse.high()).isEqualByComparingTo(better.high());
        assertThat(worse.direction()).isEqualTo(Direction.HIGHER_IS_WORSE);
        assertThat(better.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    private static Score score(String form) {
        return Instruments.find(Library.find(form).orElseThrow(), form)
                .orElseThrow()
                .scores()
                .get(0);
    }

    @Test
    void everything_that_is_read_is_written_in_English_and_German() {
        assertThat(Library.files().values().stream().flatMap(LibraryTest::texts))
                .hasSizeGreaterThan(700)
                .filteredOn(text -> !text.isEmpty())
                .allSatisfy(text -> assertThat(text.byLanguage()).containsKeys("en", "de"));
    }

    private static Stream<TranslatedText> texts(StudyDefinition study) {
        return study.forms().values().stream()
                .flatMap(form -> Stream.of(
                                Stream.of(form.name(), form.help()),
                                form.sections().stream().map(SectionDefinition::title),
                                form.items().stream().flatMap(LibraryTest::texts))
                        .flatMap(texts -> texts));
    }

    private static Stream<TranslatedText> texts(ItemDefinition item) {
        return Stream.concat(
                Stream.of(item.question(), item.help()), item.checks().stream().map(CheckDefinition::message));
    }

    /** What an instrument asks is not ours to ship: items of those with a licence go by number and range alone. */
    @Test
    void items_of_licensed_instruments_go_by_number() {
        List<String> ours = List.of("VAS", "NRS", "GI", "PGIC");
        Stream<String> questions = Library.files().values().stream()
                .flatMap(study -> study.forms().values().stream())
                .filter(form -> !ours.contains(form.oid()))
                .flatMap(form -> form.items().stream())
                .filter(item -> !item.isDerived() && !item.oid().equals("RMDQDONE"))
                .map(item -> item.question().text());
        assertThat(questions)
                .hasSizeGreaterThan(200)
                .allMatch(question -> question.matches("(Item|Section|Statement|Global) ?\\d{1,2}[A-Gr]?"
                        + "(: (pain, (worst|least|average|now)|interference))?( \\(\\d to \\d\\d?(, 5 is best)?\\))?"));
    }

    @Test
    void a_study_without_instruments_has_none() throws IOException {
        assertThat(Instruments.of(StudyFiles.read("cdash-starters.xml"))).isEmpty();
    }
}
