package org.casebook.instrument;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.casebook.odm.OdmPart;

/** Small steps through the tree of a file. */
final class Parts {

    static final String FORM = "ItemGroupDef";
    static final String EVENT = "StudyEventDef";

    private Parts() {}

    static OdmPart version(OdmPart root) {
        return root.child("Study").child("MetaDataVersion");
    }

    static Stream<OdmPart> children(OdmPart part, String name) {
        return part.children().stream().filter(child -> child.name().equals(name));
    }

    static String oid(OdmPart part) {
        return part.attributes().get("OID");
    }

    /** The list with one element replaced; which one is meant by identity. */
    static List<OdmPart> replaced(List<OdmPart> parts, OdmPart old, OdmPart now) {
        return parts.stream().map(part -> part == old ? now : part).toList();
    }

    /** The part with each child changed, one level down. */
    static OdmPart changed(OdmPart part, UnaryOperator<OdmPart> change) {
        return part.withChildren(part.children().stream().map(change).toList());
    }
}
