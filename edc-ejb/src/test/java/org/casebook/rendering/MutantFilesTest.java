package org.casebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyFiles;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Valid files with one thing wrong: an attribute with nonsense in it, text where none may stand, a child that stands twice. What
 * CDISC's schema refuses of it, we refuse, with the line and what is wrong.
 */
class MutantFilesTest {

    private static final String OWN = "http://casebook.org/ns/odm/v1";
    private static final String NONSENSE = "?! ";

    /** What is no part of a definition is left out as it is. */
    private static final Set<String> LEFT_OUT = Set.of("ClinicalData", "ReferenceData", "AdminData", "Association");

    /** What the schemas refuse and we take on purpose, and why: nothing at present. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    /** Small ones first: each kind of change is tried on the first file that has a place for it. */
    private static List<byte[]> files() throws IOException {
        List<Path> files = new ArrayList<>(all(StudyFiles.path("")));
        for (String folder : List.of("odm2-examples", "odmlib", "openedc")) {
            files.addAll(all(
                    StudyFiles.root().resolve("../shared/data").resolve(folder).normalize()));
        }
        List<byte[]> readable = new ArrayList<>();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            if (refusal(content) == null) {
                readable.add(content);
            }
        }
        for (long seed = 0; seed < 8; seed++) {
            readable.add(GeneratedStudy.file(seed));
        }
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
            for (Mutant mutant : mutants(OdmSchema.document(content), made)) {
                byte[] altered = mutant.of(content);
                List<String> errors = schemaErrors(altered);
                StudyFileIsFaulty refusal = refusal(altered);
                if (!errors.isEmpty() && refusal == null) {
                    taken.put(mutant.name(), errors.get(0));
                } else if (!errors.isEmpty()) {
                    refused++;
                    assertThat(refusal.faults()).as(mutant.name()).allMatch(fault -> fault.line() > 0);
                }
            }
        }
        assertThat(taken.keySet())
                .as("taken, and refused by the schema: " + taken)
                .isEqualTo(EXCEPTIONS.keySet());
        assertThat(refused).isGreaterThan(90);
    }

    private static List<String> schemaErrors(byte[] content) throws Exception {
        Document document = OdmSchema.document(content);
        return document.getDocumentElement().getNamespaceURI().endsWith("v2.0")
                ? OdmSchema.errors(content)
                : OdmSchema.errorsOfOld(content);
    }

    private static StudyFileIsFaulty refusal(byte[] content) {
        try {
            new DefinitionReader().read(content);
            return null;
        } catch (StudyFileIsFaulty faulty) {
            return faulty;
        }
    }

    /**
     * One thing to be done to one element.
     *
     * @param place of the element among all of the document
     */
    private record Mutant(String name, int place, Consumer<Element> change) {

        byte[] of(byte[] content) throws Exception {
            Document document = OdmSchema.document(content);
            change.accept((Element) document.getElementsByTagName("*").item(place));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        }
    }

    /**
     * Each kind of change once, at the first place where it can be made.
     *
     * @param made those that other files had a place for
     */
    private static List<Mutant> mutants(Document document, Set<String> made) {
        List<Mutant> mutants = new ArrayList<>();
        var elements = document.getElementsByTagName("*");
        String odm = document.getDocumentElement().getNamespaceURI();
        for (int place = 0; place < elements.getLength(); place++) {
            Element element = (Element) elements.item(place);
            if (!odm.equals(element.getNamespaceURI()) || isLeftOut(element)) {
                continue;
            }
            String name = element.getLocalName();
            if (made.add(odm + name)) {
                mutants.add(new Mutant(
                        "text in " + name,
                        place,
                        it -> it.insertBefore(it.getOwnerDocument().createTextNode("stray"), it.getFirstChild())));
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                boolean counts = !attribute.getName().startsWith("xmlns") && !OWN.equals(attribute.getNamespaceURI());
                if (counts && made.add(odm + name + "@" + attribute.getName())) {
                    mutants.add(new Mutant(
                            name + "@" + attribute.getName(),
                            place,
                            it -> it.setAttribute(attribute.getName(), NONSENSE)));
                }
            }
            Node parent = element.getParentNode();
            String twice = name + " twice in " + parent.getLocalName();
            if (parent instanceof Element && made.add(odm + twice)) {
                mutants.add(new Mutant(
                        twice, place, it -> it.getParentNode().insertBefore(it.cloneNode(true), it.getNextSibling())));
            }
        }
        return mutants;
    }

    private static boolean isLeftOut(Node element) {
        return element instanceof Element
                && (LEFT_OUT.contains(element.getLocalName()) || isLeftOut(element.getParentNode()));
    }
}
