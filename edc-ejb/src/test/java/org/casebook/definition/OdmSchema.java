package org.casebook.definition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** CDISC's schemas of ODM 2.0 and 1.3.2. They are not ours to ship: where they do not lie beside the project, tests that ask for them are skipped. */
public final class OdmSchema {

    private static final String OWN = "http://casebook.org/ns/odm/v1";

    private static final String ODM_1_3 = "http://www.cdisc.org/ns/odm/v1.3";

    private static final Map<String, Schema> LOADED = new HashMap<>();

    private OdmSchema() {}

    /** What is wrong with a file of ODM 2.0 once our own parts are taken away. */
    public static List<String> errors(byte[] file) throws Exception {
        Document document = document(file);
        strip(document.getDocumentElement(), OWN::equals);
        return errors(document, "odm-2-0/ODM.xsd");
    }

    /** What is wrong with a file of ODM 1.3.1 once all that is not CDISC's is taken away; of an attribute's value it is said once. */
    static List<String> errorsOfForeign(byte[] file) throws Exception {
        Document document = document(file);
        strip(
                document.getDocumentElement(),
                space -> space != null && !space.equals(ODM_1_3) && !space.contains("w3.org"));
        return errors(document, "odm-1-3-1/ODM1-3-1.xsd").stream()
                .filter(error -> !error.startsWith("cvc-attribute"))
                .toList();
    }

    /** What is wrong with a file of ODM 1.3.2 as it stands. */
    public static List<String> errorsOfOld(byte[] file) throws Exception {
        return errors(document(file), "odm-1-3-2/ODM1-3-2.xsd");
    }

    /** The file as a tree. */
    public static Document document(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> errors(Document document, String name) throws Exception {
        Path schema =
                StudyFiles.root().resolve("../shared/data/xsd").resolve(name).normalize();
        assumeTrue(Files.exists(schema), "The schema is not beside the project: " + schema);
        List<String> errors = new ArrayList<>();
        if (!LOADED.containsKey(name)) {
            LOADED.put(name, SchemaFactory.newDefaultInstance().newSchema(schema.toFile()));
        }
        Validator validator = LOADED.get(name).newValidator();
        validator.setErrorHandler(collector(errors));
        validator.validate(new DOMSource(document));
        return errors;
    }

    private static int strip(Element element, Predicate<String> foreign) {
        int taken = 0;
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (foreign.test(attribute.getNamespaceURI())) {
                element.removeAttributeNode(attribute);
                taken++;
            }
        }
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Element && foreign.test(child.getNamespaceURI())) {
                element.removeChild(child);
                taken++;
            } else if (child instanceof Element inner) {
                taken += strip(inner, foreign);
            }
        }
        return taken;
    }

    private static ErrorHandler collector(List<String> errors) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException problem) {
                errors.add(problem.getMessage());
            }

            @Override
            public void error(SAXParseException problem) {
                errors.add(problem.getMessage());
            }

            @Override
            public void fatalError(SAXParseException problem) {
                errors.add(problem.getMessage());
            }
        };
    }
}
