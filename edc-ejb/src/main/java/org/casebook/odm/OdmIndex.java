package org.casebook.odm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The elements of one study version by OID, and the looking up of references with a fault for those that lead nowhere. */
public final class OdmIndex {

    /** OIDs are names in expressions too. */
    private static final Pattern OID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "today",
            "visitDate",
            "empty",
            "missing",
            "date",
            "size",
            "double",
            "string");

    private final Map<String, OdmElement> byOid = new HashMap<>();
    private final Faults faults;

    /**
     * Notes an OID that is given twice or cannot be used in expressions.
     *
     * @param version the MetaDataVersion
     */
    public OdmIndex(OdmElement version, Faults faults) {
        this.faults = faults;
        version.children().forEach(this::enter);
        version.child("Protocol").ifPresent(protocol -> {
            protocol.child("StudyStructure")
                    .ifPresent(structure -> structure.children().forEach(this::enter));
            protocol.child("InclusionExclusionCriteria")
                    .ifPresent(criteria ->
                            criteria.children().forEach(kind -> kind.children().forEach(this::enter)));
        });
    }

    /** Enters an element under its own OID. */
    public void enter(OdmElement element) {
        String oid = element.find("OID").or(() -> element.findOwn("OID")).orElse("");
        if (oid.isEmpty()) {
            return;
        }
        if (!OID.matcher(oid).matches() || RESERVED.contains(oid)) {
            faults.add(
                    element,
                    "“%s” cannot be an OID here: use letters, digits and _, a letter first, at most 40, "
                            + "and no word of the expression language.",
                    oid);
        }
        OdmElement first = byOid.putIfAbsent(oid, element);
        if (first != null) {
            faults.add(
                    element, "The OID %s is given twice; %s in line %d has it too.", oid, first.name(), first.line());
        }
    }

    /** The element of this kind with this OID; a fault at the referring element when there is none. */
    public Optional<OdmElement> follow(OdmElement from, String kind, String oid) {
        OdmElement found = oid == null ? null : byOid.get(oid);
        if (found == null || !found.name().equals(kind)) {
            if (oid != null) {
                faults.add(from, "It refers to the %s %s, which does not exist.", kind, oid);
            }
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** The element with this OID, whatever it is. */
    public Optional<OdmElement> find(String oid) {
        return Optional.ofNullable(byOid.get(oid));
    }
}
