package org.casebook.odm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/** What a file of data must say of itself, so that it is known later which file data came from (ODM 1.3.2 and 2.0, ODM). */
final class ClinicalHead {

    private static final String VERSION = "ODMVersion";
    private static final Map<String, Permitted> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("FileType", Permitted.of("Snapshot,Transactional"));
        NEEDED.put("FileOID", null);
        NEEDED.put("CreationDateTime", Permitted.of("#dateTime"));
    }

    private ClinicalHead() {}

    /**
     * Notes what is missing or not understood.
     *
     * @param namespace of the file, which its ODMVersion must agree with
     */
    static void check(Attributes attributes, String namespace, int line, Faults faults) {
        OdmDraft draft = new OdmDraft("ODM", line);
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).isEmpty()) {
                draft.set(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
        OdmElement head = draft.done();
        NEEDED.forEach((name, permitted) -> check(head, name, permitted, faults));
        check(
                head,
                VERSION,
                Permitted.of(namespace.equals(OdmFile.ODM) ? "#version" : "1.3,1.3.0,1.3.1,1.3.2"),
                faults);
    }

    private static void check(OdmElement head, String name, Permitted permitted, Faults faults) {
        String value = head.get(name);
        if (value == null) {
            faults.add(
                    head,
                    "The attribute %s is missing. Every file of ODM has it; add it, or export the file again.",
                    name);
        } else if (permitted != null) {
            permitted.check(head, name, value, faults);
        }
    }
}
