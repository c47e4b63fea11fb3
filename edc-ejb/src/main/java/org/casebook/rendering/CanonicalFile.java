package org.casebook.rendering;

import java.nio.charset.StandardCharsets;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmFile;
import org.casebook.odm.OdmPart;

/**
 * A definition as one ODM 2.0 file: the elements in the order of CDISC's schema, references by their order numbers, UTF-8, two
 * blanks for each level. The same definition gives the same bytes, and reading them gives an equal definition.
 */
public final class CanonicalFile {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private CanonicalFile() {}

    /**
     * Writes a definition.
     *
     * @throws Invalid when the definition did not come from a file
     */
    public static byte[] of(StudyDefinition study) {
        if (study.source().isNone()) {
            throw new Invalid(Sentence.of("rendering", "notFromFile", study.oid()));
        }
        return of(study.source());
    }

    /** Writes a whole file, from its root on. */
    public static byte[] of(OdmPart root) {
        CanonicalFile file = new CanonicalFile();
        file.element(root, 0);
        return file.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(OdmPart part, int depth) {
        out.append("  ".repeat(depth)).append('<').append(part.name());
        if (depth == 0) {
            attribute("xmlns", OdmFile.ODM);
            attribute("xmlns:cb", OdmFile.OWN);
            if (links(part)) {
                attribute("xmlns:xlink", OdmFile.LINK);
            }
        }
        part.attributeNames().forEach(name -> attribute(name, part.attributes().get(name)));
        if (part.children().isEmpty() && part.text().isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        Markup.escape(out, part.text(), false);
        if (!part.children().isEmpty()) {
            out.append('\n');
            part.children().forEach(child -> element(child, depth + 1));
            out.append("  ".repeat(depth));
        }
        out.append("</").append(part.name()).append(">\n");
    }

    private static boolean links(OdmPart part) {
        return part.attributes().containsKey("xlink:href")
                || part.children().stream().anyMatch(CanonicalFile::links);
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        Markup.escape(out, value, true);
        out.append('"');
    }
}
