package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.definition.TranslatedText;
import org.casebook.rendering.CanonicalFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every file of {@code config/studies}: adding a study is adding a file, and it is held to all of this. */
class EveryShippedStudyTest {

    /** To copy from, and to be measured with: no studies that take participants. */
    private static final Set<String> NO_STUDIES = Set.of("cdash-starters.xml", "peer.xml");

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(StudyFiles.path(""))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    static Stream<String> studies() throws IOException {
        return files().filter(name -> !NO_STUDIES.contains(name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_read_without_a_fault_and_comes_back_the_same_to_the_byte(String file) throws Exception {
        StudyDefinition study = StudyFiles.read(file);
        byte[] written = CanonicalFile.of(study);
        StudyDefinition again = new DefinitionReader().read(written);
        assertThat(again).isEqualTo(study);
        assertThat(CanonicalFile.of(again)).isEqualTo(written);
    }

    /** CDISC's schema is not ours to ship: skipped where it does not lie beside the project. */
    @ParameterizedTest
    @MethodSource("files")
    void is_valid_odm_once_our_parts_are_taken_away(String file) throws Exception {
        assertThat(OdmSchema.errors(Files.readAllBytes(StudyFiles.path(file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void does_what_its_test_participants_expect(String file) throws IOException {
        StudyDefinition study = StudyFiles.read(file);
        RunResult result = TestCourse.run(study, new StudyRules(study));
        assertThat(result.participants().stream()
                        .flatMap(one -> one.steps().stream()
                                .filter(step -> !step.passed())
                                .map(step -> one.oid() + " line " + step.line() + ": " + step.what() + ", expected "
                                        + step.expected() + ", came " + step.actual())))
                .isEmpty();
        assertThat(result.participants()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void says_in_both_languages_that_it_is_illustrative(String file) throws IOException {
        StudyDefinition study = StudyFiles.read(file);
        assertThat(study.languages()).contains("en", "de");
        String whole = StudyFiles.text(file);
        String description = whole.substring(whole.indexOf("<Study "), whole.indexOf("<MetaDataVersion"));
        assertThat(description).containsIgnoringCase("illustrative").containsIgnoringCase("beispielhaft");
        // and which places these are, where a page shows it
        assertThat(TranslatedText.noteOf(study).in("en"))
                .startsWith("Illustrative: ")
                .hasSizeGreaterThan(100);
        assertThat(TranslatedText.noteOf(study).in("de"))
                .startsWith("Beispielhaft: ")
                .hasSizeGreaterThan(100);
    }

    /** What the demonstration and the browser tests enter. */
    @ParameterizedTest
    @MethodSource("studies")
    void has_a_participant_for_the_demonstration(String file) throws IOException {
        assumeTrue(!file.equals("bmmsc-dmso.xml"), "its participants are told by hand");
        StudyDefinition study = StudyFiles.read(file);
        RunResult result = TestCourse.run(study, new StudyRules(study));
        assertThat(result.participants().stream().filter(one -> one.oid().startsWith("TP_JOURNEY")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    /** What a study asks of an instrument, and how it scores, is the library's to the letter. */
    @ParameterizedTest
    @MethodSource("studies")
    void takes_its_instruments_from_the_library_as_they_are(String file) throws Exception {
        Document study = OdmSchema.document(Files.readAllBytes(StudyFiles.path(file)));
        assumeTrue(!file.equals("bmmsc-dmso.xml"), "its Oswestry form is older than the library");
        for (Path instrument : library()) {
            Document theirs = OdmSchema.document(Files.readAllBytes(instrument));
            for (Element form : named(theirs, "ItemGroupDef")) {
                String oid = form.getAttribute("OID");
                if (form.getAttribute("Type").equals("Form") && find(study, oid) != null) {
                    assertSame(study, theirs, oid);
                }
            }
        }
    }

    /** Whatever a definition refers to is the same as well. */
    private static void assertSame(Document study, Document library, String oid) {
        Element theirs = find(library, oid);
        Element ours = find(study, oid);
        assertThat(text(ours)).as(oid).isEqualTo(text(theirs));
        NodeList parts = theirs.getElementsByTagName("*");
        for (int i = 0; i < parts.getLength(); i++) {
            for (String reference : List.of("ItemGroupOID", "ItemOID", "MethodOID", "CodeListOID")) {
                String to = ((Element) parts.item(i)).getAttribute(reference);
                if (!to.isEmpty()) {
                    assertSame(study, library, to);
                }
            }
        }
    }

    /** A licensed instrument is asked by number: no question of it says more than which item, which scale and from where to where. */
    @ParameterizedTest
    @MethodSource("studies")
    void holds_no_wording_of_a_licensed_instrument(String file) throws Exception {
        Document study = OdmSchema.document(Files.readAllBytes(StudyFiles.path(file)));
        for (Path instrument : library()) {
            Document theirs = OdmSchema.document(Files.readAllBytes(instrument));
            if (!Files.readString(instrument).contains("No wording")) {
                continue;
            }
            for (Element item : named(theirs, "ItemDef")) {
                Element asked = find(study, item.getAttribute("OID"));
                if (asked != null && !isComputed(theirs, item.getAttribute("OID"))) {
                    assertThat(questions(asked))
                            .as(item.getAttribute("OID"))
                            .allMatch(EveryShippedStudyTest::isByNumber);
                }
            }
        }
    }

    private static boolean isComputed(Document document, String item) {
        return named(document, "ItemRef").stream()
                .anyMatch(reference ->
                        reference.getAttribute("ItemOID").equals(item) && reference.hasAttribute("MethodOID"));
    }

    private static boolean isByNumber(String question) {
        return question.matches("(Item|Section|Statement|Frage|Abschnitt|Aussage) \\d{1,2}[A-G]?"
                        + "(: \\p{L}{3,20}(, \\p{L}{3,20})?)?( \\(\\d+ (to|bis) \\d+\\))?")
                || question.matches(
                        "Did the participant go through the questionnaire\\?|Hat .{5,40} den Fragebogen .{5,30}\\?");
    }

    private static List<String> questions(Element item) {
        NodeList question =
                ((Element) item.getElementsByTagName("Question").item(0)).getElementsByTagName("TranslatedText");
        return IntStream.range(0, question.getLength())
                .mapToObj(i -> question.item(i).getTextContent())
                .toList();
    }

    private static List<Path> library() throws IOException {
        try (Stream<Path> files = Files.list(StudyFiles.root().resolve("config/instruments"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Element find(Document document, String oid) {
        return Stream.of("ItemGroupDef", "ItemDef", "MethodDef", "CodeList")
                .flatMap(name -> named(document, name).stream())
                .filter(element -> element.getAttribute("OID").equals(oid))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> named(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** An element with all that is in it, whatever its spacing. */
    private static String text(Element element) {
        StringBuilder text = new StringBuilder(element.getNodeName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!attributes.item(i).getNodeName().startsWith("xmlns")) {
                text.append(' ')
                        .append(attributes.item(i).getNodeName())
                        .append('=')
                        .append(attributes.item(i).getNodeValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                text.append('\n').append(text(inner));
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getTextContent().isBlank()) {
                text.append('|').append(child.getTextContent());
            }
        }
        return text.toString();
    }
}
