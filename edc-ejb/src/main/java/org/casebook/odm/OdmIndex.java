package org.casebook.odm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The elements of one study version by OID, and the looking up of references with a fault for those that lead nowhere. */
public final class OdmIndex {

    /** As authors write them; also part of addresses, so that one of dots alone would lead elsewhere. */
    private static final Pattern OID = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._:-]{1,100}");

    /** Our own exports add forms and items under it. */
    private static final String OURS = "CASEBOOK.";

    private static final Set<String> COLLECTED = Set.of("ItemGroupDef", "ItemDef", "CodeList");

    /** By kind, then by OID. */
    private final Map<String, Map<String, OdmElement>> byKind = new HashMap<>();

    private final Faults faults;

    /**
     * Notes an OID that is given twice to elements of one kind, or cannot be one.
     *
     * @param version the MetaDataVersion
     */
    public OdmIndex(OdmElement version, Faults faults) {
        this.faults = faults;
        Doubles.refuseSharedOids(version.children(), faults);
        version.children().forEach(this::enterAll);
    }

    private void enterAll(OdmElement element) {
        element.find("OID").ifPresent(oid -> enter(element, oid));
        element.children().forEach(this::enterAll);
    }

    private void enter(OdmElement element, String oid) {
        requireUsable(element, oid);
        OdmElement first =
                byKind.computeIfAbsent(element.name(), kind -> new HashMap<>()).putIfAbsent(oid, element);
        if (first != null) {
            faults.add(
                    element, "The OID %s is given twice; %s in line %d has it too.", oid, first.name(), first.line());
        }
    }

    /** Notes an OID that cannot be one. */
    public void requireUsable(OdmElement element, String oid) {
        if (!OID.matcher(oid).matches() || COLLECTED.contains(element.name()) && oid.startsWith(OURS)) {
            faults.add(
                    element,
                    "“%s” cannot be an OID here: use letters, digits and . _ : -, at most 100, "
                            + "and do not begin with CASEBOOK. which exports use.",
                    oid);
        }
    }

    /** The element of this kind with this OID; a fault at the referring element when there is none. */
    public Optional<OdmElement> follow(OdmElement from, String kind, String oid) {
        Optional<OdmElement> found = oid == null ? Optional.empty() : find(kind, oid);
        if (oid != null && found.isEmpty()) {
            faults.add(from, "It refers to the %s %s, which does not exist.", kind, oid);
        }
        return found;
    }

    /** Whether anything has this OID. */
    public boolean knows(String oid) {
        return byKind.values().stream().anyMatch(elements -> elements.containsKey(oid));
    }

    /** The element of this kind with this OID. */
    public Optional<OdmElement> find(String kind, String oid) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(oid));
    }
}
