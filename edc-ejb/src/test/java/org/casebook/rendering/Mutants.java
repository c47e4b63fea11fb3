package org.casebook.rendering;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.casebook.definition.OdmSchema;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** All the ways in which one thing can go wrong in a file, each at the first place where it can. */
final class Mutants {

    private static final String OWN = "http://casebook.org/ns/odm/v1";
    private static final String NONSENSE = "?! ";

    /** What is no part of a definition is left out as it is; of clinical data, the records beside them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "ReferenceData",
            "AdminData",
            "Association",
            "AuditRecord",
            "AuditRecords",
            "Signature",
            "Signatures",
            "Annotation",
            "Annotations",
            "Query");

    /**
     * One thing to be done to one element.
     *
     * @param place of the element among all of the document
     */
    record Mutant(String name, int place, Consumer<Element> change) {

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

    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<String> made;
    private final String odm;

    private Mutants(Set<String> made, String odm) {
        this.made = made;
        this.odm = odm;
    }

    /**
     * Each kind of change once.
     *
     * @param made those that other files had a place for; these are added
     */
    static List<Mutant> of(Document document, Set<String> made) {
        Mutants all = new Mutants(made, document.getDocumentElement().getNamespaceURI());
        var elements = document.getElementsByTagName("*");
        for (int place = 0; place < elements.getLength(); place++) {
            Element element = (Element) elements.item(place);
            if (all.odm.equals(element.getNamespaceURI()) && !isLeftOut(element)) {
                all.contents(element, place);
                all.attributes(element, place);
                all.places(element, place);
            }
        }
        return all.mutants;
    }

    private void make(String name, int place, Consumer<Element> change) {
        if (made.add(odm + " " + name)) {
            mutants.add(new Mutant(name, place, change));
        }
    }

    private void contents(Element element, int place) {
        String name = element.getLocalName();
        make(
                "text in " + name,
                place,
                it -> it.insertBefore(it.getOwnerDocument().createTextNode("stray"), it.getFirstChild()));
        if (element.hasChildNodes()) {
            make(name + " emptied in " + element.getParentNode().getLocalName(), place, it -> it.setTextContent(""));
        }
    }

    private void attributes(Element element, int place) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getName().startsWith("xmlns") || OWN.equals(attribute.getNamespaceURI())) {
                continue;
            }
            String name = element.getLocalName() + "@" + attribute.getName();
            make(name, place, it -> it.setAttribute(attribute.getName(), NONSENSE));
            make(name + " emptied", place, it -> it.setAttribute(attribute.getName(), ""));
            make(name + " removed", place, it -> it.removeAttribute(attribute.getName()));
        }
    }

    private void places(Element element, int place) {
        if (!(element.getParentNode() instanceof Element parent)) {
            return;
        }
        String name = element.getLocalName();
        make(
                name + " twice in " + parent.getLocalName(),
                place,
                it -> it.getParentNode().insertBefore(it.cloneNode(true), it.getNextSibling()));
        make(name + " removed from " + parent.getLocalName(), place, Mutants::removeAll);
        Element next = next(element);
        if (next != null
                && odm.equals(next.getNamespaceURI())
                && !next.getLocalName().equals(name)) {
            make(
                    name + " behind " + next.getLocalName() + " in " + parent.getLocalName(),
                    place,
                    it -> it.getParentNode().insertBefore(next(it), it));
        }
    }

    private static Element next(Element element) {
        Node next = element.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        return (Element) next;
    }

    private static void removeAll(Element element) {
        Node parent = element.getParentNode();
        String name = element.getNodeName();
        for (Node child = parent.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (child.getNodeName().equals(name)) {
                parent.removeChild(child);
            }
        }
    }

    private static boolean isLeftOut(Node element) {
        return element instanceof Element
                && (LEFT_OUT.contains(element.getLocalName()) || isLeftOut(element.getParentNode()));
    }
}
