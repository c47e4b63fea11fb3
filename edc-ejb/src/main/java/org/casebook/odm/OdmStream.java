package org.casebook.odm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A large file of ODM read element by element, guarded as a study file is: no DOCTYPE, nothing fetched, no odd encoding, no
 * element, text or nesting beyond what ODM has. Parts of other namespaces are passed over and counted.
 */
public final class OdmStream {

    private static final int DEEPEST = 40;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_TEXT = 200_000;

    private final byte[] content;
    private final int largest;

    /**
     * @param largest most bytes that the file may have
     */
    public OdmStream(byte[] content, int largest) {
        this.content = content;
        this.largest = largest;
    }

    /** What is told while a file is read; names are those of ODM, without namespace. */
    public interface Listener {

        /** An element begins. */
        void start(String element, Attributes attributes, int line);

        /** An element ends, with the text directly inside it. */
        void end(String element, String text);

        /** Text stands in an element before another that begins inside it. */
        default void stray(String text, int line) {}
    }

    /**
     * Reads the file and tells the listener of each element of ODM, in the file's order.
     *
     * @return how many elements of other namespaces were passed over
     * @throws StudyFileIsFaulty when the file is too large, not well-formed, no ODM 1.3 or 2.0, does not say of itself what
     *     ODM asks, or reaches outside itself
     */
    public long tell(Listener listener) {
        OdmFile.refuseOddBytes(content, largest);
        Guard guard = new Guard(listener);
        try {
            OdmFile.parser().parse(new ByteArrayInputStream(content), guard);
        } catch (SAXParseException malformed) {
            throw OdmFile.refused(malformed.getLineNumber(), OdmFile.sentence(malformed));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw OdmFile.refused(0, "The file cannot be read as XML: " + unreadable.getMessage());
        }
        return guard.foreign;
    }

    private static final class Guard extends DefaultHandler {

        private final Listener listener;
        private final StringBuilder text = new StringBuilder();
        private Locator locator;
        private String namespace;
        private int depth;
        private int strippedAt;
        private long foreign;

        Guard(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void setDocumentLocator(Locator where) {
            locator = where;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            throw refused("The file reaches outside itself, which is not permitted.");
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            depth++;
            if (depth > DEEPEST || attributes.getLength() > MOST_ATTRIBUTES) {
                throw refused("The file nests deeper, or has more attributes on an element, than ODM does.");
            }
            if (namespace == null) {
                requireOdm(uri, local, attributes);
            }
            if (strippedAt > 0) {
                return;
            }
            if (!uri.equals(namespace)) {
                strippedAt = depth;
                foreign++;
                return;
            }
            if (!text.toString().isBlank()) {
                listener.stray(text.toString().strip(), locator.getLineNumber());
            }
            text.setLength(0);
            listener.start(local, attributes, locator.getLineNumber());
        }

        private void requireOdm(String uri, String local, Attributes attributes) {
            namespace = uri;
            if (!local.equals("ODM") || !List.of(OdmFile.ODM, OdmFile.ODM_1_3).contains(uri)) {
                throw refused("It begins with %s of the namespace “%s”; this is no file of ODM 1.3 or 2.0."
                        .formatted(local, uri));
            }
            Faults faults = new Faults();
            ClinicalHead.check(attributes, uri, locator.getLineNumber(), faults);
            faults.refuseIfAny();
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            if (strippedAt == 0) {
                listener.end(local, text.toString());
                text.setLength(0);
            } else if (depth == strippedAt) {
                strippedAt = 0;
            }
            depth--;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (strippedAt == 0) {
                text.append(characters, start, length);
                if (text.length() > LONGEST_TEXT) {
                    throw refused("A text is longer than %d characters.".formatted(LONGEST_TEXT));
                }
            }
        }

        private StudyFileIsFaulty refused(String sentence) {
            return OdmFile.refused(locator == null ? 0 : locator.getLineNumber(), sentence);
        }
    }
}
