package org.casebook.odm;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of elements while our schema listens. */
final class OdmTree extends DefaultHandler {

    private final OwnSchema schema;
    private final Faults faults;
    private final Deque<OdmElement> open = new ArrayDeque<>();
    private OdmElement root;
    private Locator locator;

    OdmTree(OwnSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    OdmElement root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator where) {
        this.locator = where;
        schema.setDocumentLocator(where);
    }

    @Override
    public void startDocument() throws SAXException {
        schema.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        schema.endDocument();
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        schema.startElement(uri, local, qualified, attributes);
        boolean own = OdmFile.OWN.equals(uri);
        boolean known = own || OdmFile.ODM.equals(uri);
        OdmElement element = new OdmElement(known ? local : "{" + uri + "}" + local, own, locator.getLineNumber());
        for (int i = 0; i < attributes.getLength(); i++) {
            takeAttribute(element, attributes, i);
        }
        if (root == null) {
            root = element;
        } else {
            open.peek().add(element);
        }
        open.push(element);
    }

    private void takeAttribute(OdmElement element, Attributes attributes, int i) {
        String uri = attributes.getURI(i);
        String local = attributes.getLocalName(i);
        if (uri.isEmpty()) {
            element.attribute(local, attributes.getValue(i));
        } else if (uri.equals(OdmFile.OWN)) {
            element.ownAttribute(local, attributes.getValue(i));
        } else if (uri.equals(XMLConstants.XML_NS_URI)) {
            element.attribute("xml:" + local, attributes.getValue(i));
        } else if (!uri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            faults.add(element, "The attribute %s belongs to the namespace %s, which is not understood.", local, uri);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        schema.endElement(uri, local, qualified);
        open.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        schema.characters(characters, start, length);
        open.peek().add(characters, start, length);
    }
}
