package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** The shipped studies as files of the standard; that our own parts fit our schema is checked whenever they are read. */
class ShippedFilesTest {

    private static final String OWN = "http://casebook.org/ns/odm/v1";

    /** CDISC's schema is not ours to ship; where the test material lies beside the project, the files are held against it. */
    @ParameterizedTest
    @ValueSource(strings = {"bmmsc-dmso.xml", "peer.xml", "cdash-starters.xml"})
    void isValidOdmOnceOurPartsAreTakenAway(String name) throws Exception {
        Path schema =
                StudyFiles.root().resolve("../shared/data/xsd/odm-2-0/ODM.xsd").normalize();
        assumeTrue(Files.exists(schema), "The ODM 2.0 schema is not beside the project: " + schema);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(StudyFiles.path(name).toFile());
        int taken = strip(document.getDocumentElement());
        assertThat(taken).as("parts of ours").isPositive();
        List<String> errors = new ArrayList<>();
        Validator validator =
                SchemaFactory.newDefaultInstance().newSchema(schema.toFile()).newValidator();
        validator.setErrorHandler(collector(errors));
        validator.validate(new DOMSource(document));
        assertThat(errors).isEmpty();
    }

    private static int strip(Element element) {
        int taken = 0;
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (OWN.equals(attribute.getNamespaceURI())) {
                element.removeAttributeNode(attribute);
                taken++;
            }
        }
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (OWN.equals(child.getNamespaceURI())) {
                element.removeChild(child);
                taken++;
            } else if (child instanceof Element inner) {
                taken += strip(inner);
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
