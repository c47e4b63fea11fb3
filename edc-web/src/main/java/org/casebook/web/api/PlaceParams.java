package org.casebook.web.api;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.casebook.kernel.Scope;

/**
 * The place that a request is about. Not described by annotations: Payara visits such a class outside any resource and
 * then describes only half of the interface, for good.
 */
public class PlaceParams {

    /** OID of the study. */
    @PathParam("study")
    private String study;

    /** Number of the site. Without it the whole study is meant, which needs a grant for all its sites. */
    @QueryParam("site")
    private String site;

    public Scope scope() {
        return Scope.of(study, site);
    }
}
