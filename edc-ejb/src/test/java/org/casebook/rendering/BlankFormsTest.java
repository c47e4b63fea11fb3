package org.casebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.StudyKey;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlankFormsTest {

    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final Instant LOADED = Instant.parse("2026-02-03T04:05:06Z");

    static Stream<Path> studies() throws IOException {
        return Files.list(StudyFiles.path("")).filter(file -> file.toString().endsWith(".xml"));
    }

    /** Studies that nobody of this project wrote, as far as they are there and can be read. */
    static Stream<Path> foreignStudies() throws IOException {
        Path folder = StudyFiles.root().resolve("../shared/data").normalize();
        if (!Files.isDirectory(folder)) {
            return Stream.of(StudyFiles.path("peer.xml"));
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("foreignStudies")
    void everyStudyThatCanBeReadCanBeDrawn(Path file) throws IOException {
        StudyDefinition study;
        try {
            study = new DefinitionReader().read(Files.readAllBytes(file));
        } catch (StudyFileIsFaulty refused) {
            assumeTrue(false, () -> file.getFileName() + " is no study file that is read");
            return;
        }
        everythingIsInIt(file, study);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyQuestionAndAnswerOfEveryStudyIsInItInEachLanguage(Path file) throws IOException {
        everythingIsInIt(file, new DefinitionReader().read(Files.readAllBytes(file)));
    }

    private static void everythingIsInIt(Path file, StudyDefinition study) throws IOException {
        for (String language : study.languages()) {
            byte[] pdf = BlankForms.write(study, SHA256, LOADED, language);
            if (Boolean.getBoolean("casebook.keepPdf")) {
                Files.write(Path.of("target", file.getFileName() + "-" + language + ".pdf"), pdf);
            }
            String text = squeezed(text(pdf));
            List<String> missing = new ArrayList<>();
            study.forms()
                    .values()
                    .forEach(form -> form.items().forEach(item -> {
                        expect(text, item.question().in(language), missing);
                        expect(text, item.help().in(language), missing);
                        if (item.codeList() != null) {
                            item.codeList().items().forEach(code -> {
                                expect(text, code.decode().in(language), missing);
                                expect(text, code.code(), missing);
                            });
                        }
                    }));
            assertThat(missing).as(file.getFileName() + " in " + language).isEmpty();
        }
    }

    private static final Lettering LETTERS = new Lettering();

    private static void expect(String text, String part, List<String> missing) {
        if (!text.contains(squeezed(LETTERS.drawable(part)))) {
            missing.add(part);
        }
    }

    /** Lines break where they must: blanks and breaks say nothing. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theSameVersionGivesTheSameBytes() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        byte[] first = BlankForms.write(study, SHA256, LOADED, "en");
        assertThat(BlankForms.write(study, SHA256, LOADED, "en")).isEqualTo(first);
        assertThat(BlankForms.write(study, SHA256, LOADED, "de")).isNotEqualTo(first);
    }

    @Test
    void everyPageSaysWhichVersionAndWhichOfHowMany() throws IOException {
        byte[] pdf = BlankForms.write(StudyFiles.read("bmmsc-dmso.xml"), SHA256, LOADED, "en");
        List<String> pages = pages(pdf);
        assertThat(pages).hasSizeGreaterThan(12);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("BMMSC.1", "0123456789abcdef");
            assertThat(squeezed(pages.get(i))).contains("Page" + (i + 1) + "of" + pages.size());
        }
        assertThat(pages.get(0)).contains("illustrative", SHA256.substring(0, 40));
    }

    @Test
    void longNamesShareTheHeadOfThePageWithoutRunningIntoEachOther() throws IOException {
        String longStudy = "A study with a name that is far longer than any line of a page could ever hold ".repeat(3);
        String longForm = "A form whose name goes on and on, as names that people give to forms tend to do ".repeat(3);
        String file = StudyFiles.text("bmmsc-dmso.xml")
                .replaceFirst("StudyName=\"[^\"]*\"", "StudyName=\"" + longStudy.strip() + "\"")
                .replaceFirst(">Demographics<", ">" + longForm.strip() + "<");
        StudyDefinition study = new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
        PdfReader reader = new PdfReader(BlankForms.write(study, SHA256, LOADED, "en"));
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> heads = new ArrayList<>();
        for (int page = 2; page <= reader.getNumberOfPages(); page++) {
            extractor
                    .getTextFromPage(page)
                    .lines()
                    .filter(line -> line.contains("A study with a name"))
                    .forEach(heads::add);
        }
        assertThat(heads)
                .hasSizeGreaterThan(5)
                .allSatisfy(head -> assertThat(head).contains("… · Version BMMSC.1"))
                .anySatisfy(head ->
                        assertThat(head).contains("A form whose name goes on").endsWith("…"));
    }

    @Test
    void everyPageOfACopySaysThatItIsNoneOfParticipants() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        List<String> test = pages(BlankForms.write(study, SHA256, LOADED, "en", StudyKey.Kind.TEST));
        assertThat(test).allSatisfy(page -> assertThat(squeezed(page)).contains("TESTSTUDY:notforparticipants"));
        List<String> german = pages(BlankForms.write(study, SHA256, LOADED, "de", StudyKey.Kind.TRAINING));
        assertThat(german).allSatisfy(page -> assertThat(squeezed(page)).contains("SCHULUNGSSTUDIE:"));
        assertThat(pages(BlankForms.write(study, SHA256, LOADED, "en")))
                .noneSatisfy(page -> assertThat(page).contains("STUDY:"));
    }

    @Test
    void everyFormHasItsBookmark() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        PdfReader reader = new PdfReader(BlankForms.write(study, SHA256, LOADED, "en"));
        List<Map<String, Object>> marks = SimpleBookmark.getBookmarkList(reader);
        assertThat(marks)
                .extracting(mark -> mark.get("Title"))
                .contains("Schedule")
                .containsAll(study.forms().values().stream()
                        .map(form -> form.name().text())
                        .toList());
    }

    @Test
    void theFontsAreInside() throws IOException {
        byte[] pdf = BlankForms.write(StudyFiles.read("bmmsc-dmso.xml"), SHA256, LOADED, "en");
        PdfReader reader = new PdfReader(pdf);
        long fonts = Stream.iterate(0, i -> i < reader.getXrefSize(), i -> i + 1)
                .map(reader::getPdfObject)
                .filter(object -> object instanceof com.lowagie.text.pdf.PdfDictionary dictionary
                        && dictionary.get(com.lowagie.text.pdf.PdfName.FONTFILE2) != null)
                .count();
        assertThat(fonts).isEqualTo(3);
    }

    @Test
    void whatCannotBeDrawnStandsAsItsNumber() throws IOException {
        String file = StudyFiles.text("bmmsc-dmso.xml").replace("Ethnicity</", "Ethnicity 民族 Ελλάδα Україна</");
        StudyDefinition study = new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
        String text = squeezed(text(BlankForms.write(study, SHA256, LOADED, "en")));
        assertThat(text).contains("Ethnicity[U+6C11][U+65CF]ΕλλάδαУкраїна");
    }

    @Test
    void aLanguageThatTheStudyLacksIsRefused() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        assertThatThrownBy(() -> BlankForms.write(study, SHA256, LOADED, "fr"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("“fr”")
                .hasMessageContaining("en, de");
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("\n", pages(pdf));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(extractor.getTextFromPage(page));
        }
        return pages;
    }
}
