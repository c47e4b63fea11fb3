package org.casebook.odm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands twice where ODM lets it stand once: texts in one language, aliases of one context, references to one thing, and
 * OIDs among the definitions of a version. Of two such, one would be lost.
 */
public final class Doubles {

    /** In which elements each reference is unique, and by which attribute. */
    private static final Map<String, String> REFERENCES = Map.of(
            "ItemRef", "ItemOID",
            "ItemGroupRef", "ItemGroupOID",
            "FormRef", "FormOID");

    private Doubles() {}

    /** Notes children of this element that stand in it twice. */
    public static void refuse(OdmElement element, Faults faults) {
        Set<String> texts = new HashSet<>();
        for (OdmElement text : element.children("TranslatedText")) {
            String kind = text.find("xml:lang").orElse(OdmElement.DEFAULT_LANGUAGE) + " "
                    + text.find("Type").orElse("");
            if (!texts.add(kind)) {
                faults.add(text, "The text stands here in one language twice.");
            }
        }
        Set<String> contexts = new HashSet<>();
        for (OdmElement alias : element.children("Alias")) {
            if (!contexts.add(alias.find("Context").orElse(""))) {
                faults.add(alias, "A second Alias with the Context “%s” stands here. Keep one.", alias.get("Context"));
            }
        }
        Set<String> references = new HashSet<>();
        for (OdmElement child : element.children()) {
            String oid = REFERENCES.containsKey(child.name()) ? child.get(REFERENCES.get(child.name())) : null;
            if (oid != null && !oid.isBlank() && !references.add(child.name() + " " + oid)) {
                faults.add(child, "It refers to %s a second time inside %s. Remove one.", oid, element.written());
            }
        }
    }

    /** Notes definitions of a version that have the OID of another, of whatever kind; parts of our own are not among them. */
    public static void refuseSharedOids(List<OdmElement> definitions, Faults faults) {
        Map<String, OdmElement> first = new HashMap<>();
        for (OdmElement definition : definitions) {
            String oid = definition.name().startsWith("cb:") ? null : definition.get("OID");
            OdmElement other = oid == null ? null : first.putIfAbsent(oid, definition);
            if (other != null) {
                faults.add(
                        definition,
                        "The OID %s is given twice; %s in line %d has it too.",
                        oid,
                        other.written(),
                        other.line());
            }
        }
    }
}
