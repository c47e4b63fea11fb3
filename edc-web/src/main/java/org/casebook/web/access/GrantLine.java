package org.casebook.web.access;

import org.casebook.kernel.Grant;
import org.casebook.web.shell.Words;

/** A grant in words. */
public record GrantLine(Grant grant) {

    public String role() {
        return Words.of("common", "role." + grant.role().key());
    }

    public String place() {
        if (grant.study() == null) {
            return Words.of("access", "wholeSystem");
        }
        return Words.of("access", "studyAndSite", grant.study(), siteWords());
    }

    private String siteWords() {
        return grant.site() == null ? Words.of("common", "allSites") : Words.of("common", "site", grant.site());
    }

    /** The group that stands for the grant, without its role: names the place to the endpoint that ends it. */
    public String middle() {
        return grant.groupPath().substring(0, grant.groupPath().lastIndexOf('/'));
    }

    public String roleKey() {
        return grant.role().key();
    }
}
