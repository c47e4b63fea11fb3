package org.casebook.web.entry;

import jakarta.ws.rs.QueryParam;
import org.casebook.kernel.Scope;

/** The place that a request names in its address. */
public class PlaceSent {

    @QueryParam("study")
    private String study;

    @QueryParam("site")
    private String site;

    /** Refuses when no study is named. */
    public Scope scope() {
        return Scope.of(study, site);
    }
}
