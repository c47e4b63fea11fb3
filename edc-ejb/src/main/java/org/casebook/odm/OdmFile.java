package org.casebook.odm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A study file as bytes, and the way to its elements. */
public record OdmFile(byte[] content) {

    /** ODM 2.0. */
    public static final String ODM = "http://www.cdisc.org/ns/odm/v2.0";

    /** Our own namespace. */
    public static final String OWN = "http://casebook.org/ns/odm/v1";

    private static final int LARGEST = 10 * 1024 * 1024;

    /**
     * Reads the file as far as it is well-formed, notes what is not in the profile or against our schema, and gives the root.
     * A DOCTYPE and whatever reaches outside the file are refused (XXE).
     *
     * @throws StudyFileIsFaulty at once when the file is too large, not well-formed or no ODM 2.0 at all
     */
    public OdmElement read(Faults faults) {
        if (content.length > LARGEST) {
            throw refused(0, "The file has more than 10 MB; a study definition is smaller. Is it the right file?");
        }
        OdmTree tree = new OdmTree(new OwnSchema(faults), faults);
        try {
            parser().parse(new ByteArrayInputStream(content), tree);
        } catch (SAXParseException malformed) {
            String sentence = malformed.getMessage().contains("DOCTYPE")
                    ? "The file has a DOCTYPE, which is not permitted: a study file must not reach outside itself."
                    : "The file is not well-formed XML: " + malformed.getMessage();
            throw refused(malformed.getLineNumber(), sentence);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw refused(0, "The file cannot be read as XML: " + unreadable.getMessage());
        }
        OdmElement root = tree.root();
        if (!root.name().equals("ODM")) {
            throw refused(
                    root.line(), "The file is no ODM 2.0 file: its root is not ODM in the namespace " + ODM + ".");
        }
        OdmProfile.check(root, faults);
        return root;
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return factory.newSAXParser();
    }

    private static StudyFileIsFaulty refused(int line, String sentence) {
        return new StudyFileIsFaulty(List.of(new Fault("", "", line, sentence)));
    }
}
