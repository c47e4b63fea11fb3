package org.casebook.study;

import java.util.List;
import org.casebook.kernel.StudyKey;

/**
 * A study as lists show it.
 *
 * @param oid key of the study, as scopes and addresses name it: the author's OID, for a copy with the kind behind it
 * @param kind whether participants are in it
 * @param authorOid the OID in its files
 * @param versions newest first
 */
public record StudyView(String oid, StudyKey.Kind kind, String authorOid, String name, List<VersionView> versions) {

    public StudyView {
        versions = List.copyOf(versions);
    }
}
