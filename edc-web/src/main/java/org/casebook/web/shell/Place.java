package org.casebook.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;

/**
 * A study and site to choose.
 *
 * @param study the study's name
 * @param site the site's name, or the words for all sites
 * @param current {@code true} when it is the chosen one, else null (no attribute is drawn)
 */
public record Place(Scope scope, String study, String site, String current) {

    /** The kind of a study without participants, in a word; empty in production. */
    public String kind() {
        return scope.isCopy()
                ? Words.of("common", "kind." + StudyKey.parse(scope.study()).kind())
                : "";
    }

    /** The part of an address that names the place. */
    public String query() {
        return queryOf(scope);
    }

    /** {@code study=…&site=…}, encoded, to be put into links. */
    public static String queryOf(Scope scope) {
        String query = "study=" + encode(scope.study());
        return scope.wholeStudy() ? query : query + "&site=" + encode(scope.site());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
