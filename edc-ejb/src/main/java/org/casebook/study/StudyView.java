package org.casebook.study;

import java.util.List;

/**
 * A study as lists show it.
 *
 * @param versions newest first
 */
public record StudyView(String oid, String name, List<VersionView> versions) {

    public StudyView {
        versions = List.copyOf(versions);
    }
}
