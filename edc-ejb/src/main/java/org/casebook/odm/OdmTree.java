package org.casebook.odm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds the tree of elements while our schema listens. Parts of other namespaces become faults in an ODM 2.0 file, and are
 * left out and counted in an ODM 1.3 file. A file that is larger in any way than a study can be is refused as soon as it shows.
 */
final class OdmTree extends DefaultHandler {

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int MOST_NAMES = 2_000;
    private static final int LONGEST = 200_000;
    private static final String REACHING_OUT = "http://www.w3.org/2001/XInclude";

    private final OwnSchema schema;
    private final Faults faults;
    private final ForeignParts foreign = new ForeignParts();
    private final Deque<OdmElement> open = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private OdmElement root;
    private String namespace;
    private int elements;
    private int depth;
    private int strippedAt;
    private Locator locator;

    OdmTree(OwnSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    OdmElement root() {
        return root;
    }

    /** Namespace of the root. */
    String namespace() {
        return namespace;
    }

    ForeignParts foreign() {
        return foreign;
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
        depth++;
        refuseExcess(qualified, attributes);
        if (uri.equals(REACHING_OUT)) {
            throw refused("The file asks for another file to be put into it (XInclude), which is not permitted.");
        }
        if (root == null) {
            namespace = uri;
        }
        if (strippedAt > 0) {
            return;
        }
        if (old() && !uri.equals(OdmFile.ODM_1_3)) {
            strippedAt = depth;
            foreign.element(uri, local, locator.getLineNumber());
            return;
        }
        enter(uri, local, qualified, attributes);
    }

    private void enter(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (!old()) {
            schema.startElement(uri, local, qualified, attributes);
        }
        boolean own = OdmFile.OWN.equals(uri);
        boolean known = own || OdmFile.ODM.equals(uri) || OdmFile.ODM_1_3.equals(uri) && old();
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

    /** Whether the file is of ODM 1.3, where parts of other namespaces are permitted and left out. */
    private boolean old() {
        return OdmFile.ODM_1_3.equals(namespace);
    }

    private void refuseExcess(String qualified, Attributes attributes) {
        if (names.add(qualified) && names.size() > MOST_NAMES) {
            throw refused("The file has elements of more than %d names; ODM has some hundred.".formatted(MOST_NAMES));
        }
        if (++elements > MOST_ELEMENTS) {
            throw refused(
                    "The file has more than %d elements; a study definition is smaller.".formatted(MOST_ELEMENTS));
        }
        if (depth > DEEPEST) {
            throw refused("The file nests elements more than %d deep; ODM does not.".formatted(DEEPEST));
        }
        if (attributes.getLength() > MOST_ATTRIBUTES) {
            throw refused("An element has more than %d attributes; ODM has none such.".formatted(MOST_ATTRIBUTES));
        }
    }

    private StudyFileIsFaulty refused(String sentence) {
        return new StudyFileIsFaulty(List.of(new Fault("", "", locator.getLineNumber(), sentence)));
    }

    private void takeAttribute(OdmElement element, Attributes attributes, int i) {
        String uri = attributes.getURI(i);
        String local = attributes.getLocalName(i);
        if (uri.isEmpty()) {
            element.attribute(local, attributes.getValue(i));
        } else if (uri.equals(OdmFile.OWN) && !old()) {
            element.ownAttribute(local, attributes.getValue(i));
        } else if (uri.equals(XMLConstants.XML_NS_URI)) {
            element.attribute("xml:" + local, attributes.getValue(i));
        } else if (uri.equals(OdmFile.LINK) && !old()) {
            element.attribute("xlink:" + local, attributes.getValue(i));
        } else if (!uri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            takeForeign(element, uri, local);
        }
    }

    private void takeForeign(OdmElement element, String uri, String local) {
        if (old()) {
            foreign.attribute(uri, local, locator.getLineNumber());
        } else {
            faults.add(element, "The attribute %s belongs to the namespace %s, which is not understood.", local, uri);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        if (strippedAt > 0) {
            strippedAt = depth == strippedAt ? 0 : strippedAt;
            depth--;
            return;
        }
        depth--;
        if (!old()) {
            schema.endElement(uri, local, qualified);
        }
        open.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (strippedAt > 0) {
            return;
        }
        schema.characters(characters, start, length);
        OdmElement element = open.peek();
        element.add(characters, start, length);
        if (element.textLength() > LONGEST) {
            throw refused("A text is longer than %d characters; a study has none such.".formatted(LONGEST));
        }
    }
}
