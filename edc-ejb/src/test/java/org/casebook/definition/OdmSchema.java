package org.casebook.definition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** CDISC's schema of ODM 2.0. It is not ours to ship: where it does not lie beside the project, tests that ask for it are skipped. */
public final class OdmSchema {

    private static final String OWN = "http://casebook.org/ns/odm/v1";

    private static Schema loaded;

    private OdmSchema() {}

    /** What is wrong with a file once our own parts are taken away. */
    public static List<String> errors(byte[] file) throws Exception {
        Path schema =
                StudyFiles.root().resolve("../shared/data/xsd/odm-2-0/ODM.xsd").normalize();
        assumeTrue(Files.exists(schema), "The ODM 2.0 schema is not beside the project: " + schema);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        strip(document.getDocumentElement());
        List<String> errors = new ArrayList<>();
        if (loaded == null) {
            loaded = SchemaFactory.newDefaultInstance().newSchema(schema.toFile());
        }
        Validator validator = loaded.newValidator();
        validator.setErrorHandler(collector(errors));
        validator.validate(new DOMSource(document));
        return errors;
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
