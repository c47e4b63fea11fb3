package org.casebook.odm;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.casebook.kernel.Words;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Holds the parts of our own namespace against our schema while the file is read. The schema sees a list: each ODM element
 * that carries attributes of ours, reduced to those, and each element of ours whole.
 */
final class OwnSchema extends DefaultHandler {

    private static final Schema SCHEMA = load();
    private static final String ROOT = "Extensions";
    private static final int LONGEST = 600;
    /** As much as is quoted elsewhere, then more up to what ends it. */
    private static final String LONG_QUOTE = "('[^']{" + Words.QUOTED + "})[^']+";

    private final ValidatorHandler validator = SCHEMA.newValidatorHandler();
    private final Faults faults;
    private final Deque<String> open = new ArrayDeque<>();
    private int ownDepth;

    OwnSchema(Faults faults) {
        this.faults = faults;
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException problem) {
                note(problem);
            }

            @Override
            public void fatalError(SAXParseException problem) {
                note(problem);
            }
        });
    }

    private static Schema load() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(OwnSchema.class.getResource("casebook-odm.xsd"));
        } catch (SAXException broken) {
            throw new IllegalStateException("casebook-odm.xsd is no schema", broken);
        }
    }

    private void note(SAXParseException problem) {
        String element = open.isEmpty() ? "" : open.peek();
        String sentence = problem.getMessage()
                .replaceFirst("^[a-zA-Z0-9.-]+: ", "")
                .replaceAll("'cb:(ODM\\.)?", "'")
                .replaceAll(LONG_QUOTE, "$1…");
        faults.add(new Fault(element, "", problem.getLineNumber(), Words.shortened(sentence, LONGEST)));
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        validator.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
        validator.startPrefixMapping("cb", OdmFile.OWN);
        validator.startElement(OdmFile.OWN, ROOT, "cb:" + ROOT, new AttributesImpl());
    }

    @Override
    public void endDocument() throws SAXException {
        validator.endElement(OdmFile.OWN, ROOT, "cb:" + ROOT);
        validator.endDocument();
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (OdmFile.OWN.equals(uri)) {
            open.push("cb:" + local);
            ownDepth++;
            validator.startElement(uri, local, "cb:" + local, attributes);
            return;
        }
        open.push(local);
        AttributesImpl ours = new AttributesImpl();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (OdmFile.OWN.equals(attributes.getURI(i))) {
                ours.addAttribute(
                        OdmFile.OWN,
                        attributes.getLocalName(i),
                        "cb:" + attributes.getLocalName(i),
                        "CDATA",
                        attributes.getValue(i));
            }
        }
        if (ours.getLength() > 0) {
            validator.startElement(OdmFile.OWN, "ODM." + local, "cb:ODM." + local, ours);
            validator.endElement(OdmFile.OWN, "ODM." + local, "cb:ODM." + local);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        if (OdmFile.OWN.equals(uri)) {
            validator.endElement(uri, local, "cb:" + local);
            ownDepth--;
        }
        open.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (ownDepth > 0) {
            validator.characters(characters, start, length);
        }
    }
}
