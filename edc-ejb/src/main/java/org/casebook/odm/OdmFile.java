package org.casebook.odm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.casebook.kernel.Words;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A study file as bytes, and the way to its elements. */
public record OdmFile(byte[] content) {

    /** ODM 2.0. */
    public static final String ODM = "http://www.cdisc.org/ns/odm/v2.0";

    /** ODM 1.3.0 to 1.3.2. */
    public static final String ODM_1_3 = "http://www.cdisc.org/ns/odm/v1.3";

    /** Of the places of documents that a definition names; they are never fetched. */
    public static final String LINK = "http://www.w3.org/1999/xlink";

    /** Our own namespace. */
    public static final String OWN = "http://casebook.org/ns/odm/v1";

    private static final int LONGEST = 500;
    private static final int LARGEST = 10 * 1024 * 1024;

    /**
     * The elements as they stand in the file.
     *
     * @param namespace of the root: the version of ODM
     */
    public record Content(OdmElement root, String namespace) {}

    /**
     * Reads the file as far as it is well-formed, notes what is against our schema and what is of other namespaces. A DOCTYPE
     * and whatever reaches outside the file are refused (XXE); nothing is ever fetched.
     *
     * @throws StudyFileIsFaulty at once when the file is too large, not well-formed or no XML at all
     */
    public Content read(Faults faults, Remarks remarks) {
        refuseOddBytes(content, LARGEST);
        OdmTree tree = new OdmTree(new OwnSchema(faults), faults);
        try {
            parser().parse(new ByteArrayInputStream(content), tree);
        } catch (SAXParseException malformed) {
            throw refused(malformed.getLineNumber(), sentence(malformed));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw refused(0, "The file cannot be read as XML: " + unreadable.getMessage());
        }
        tree.foreign().tell(remarks);
        return new Content(tree.root(), tree.namespace());
    }

    /**
     * Notes everything in and below the root of an ODM 2.0 tree that Casebook's profile does not know or misses.
     */
    public static void requireProfile(OdmElement root, Faults faults) {
        OdmProfile.check(root, faults);
    }

    /** The elements below the root of an ODM 2.0 tree that stand behind one that follows them in the schema. */
    public static List<OdmElement> outOfOrder(OdmElement root) {
        return OdmProfile.outOfOrder(root);
    }

    static String sentence(SAXParseException malformed) {
        return String.valueOf(malformed.getMessage()).contains("DOCTYPE")
                ? "The file has a DOCTYPE, which is not permitted: a study file must not reach outside itself."
                : "The file is not well-formed XML: " + Words.shortened(malformed.getMessage(), LONGEST);
    }

    static void refuseOddBytes(byte[] content, int largest) {
        if (content.length > largest) {
            throw refused(0, "The file has more than %d MB. Is it the right file?".formatted(largest / (1024 * 1024)));
        }
        FileEncoding.fault(content).ifPresent(sentence -> {
            throw refused(1, sentence);
        });
        LongRuns.find(content).ifPresent(line -> {
            throw refused(line, "A single text, attribute or comment has more than 1 MB; a study has none such.");
        });
    }

    static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return parser;
    }

    static StudyFileIsFaulty refused(int line, String sentence) {
        return new StudyFileIsFaulty(List.of(new Fault("", "", line, sentence)));
    }
}
