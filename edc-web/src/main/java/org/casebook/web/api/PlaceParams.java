package org.casebook.web.api;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.casebook.kernel.Scope;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The place that a request is about. */
public class PlaceParams {

    @PathParam("study")
    @Parameter(description = "OID of the study")
    private String study;

    @QueryParam("site")
    @Parameter(
            description =
                    "Number of the site. Without it the whole study is meant, which needs a grant for all its sites.")
    private String site;

    public Scope scope() {
        return Scope.of(study, site);
    }
}
