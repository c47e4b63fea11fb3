package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunView;
import org.casebook.kernel.NotFound;
import org.casebook.web.shell.Download;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying a version by its test participants. */
@Path("v1/studies/{study}/versions/{version}/acceptance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class AcceptanceResource {

    @Inject
    private Acceptance acceptance;

    @BeanParam
    private PlaceParams place;

    @POST
    @Operation(summary = "Run the test participants of a version that is not released yet, and keep the run")
    public Response run(@PathParam("version") long version) {
        return Response.status(Response.Status.CREATED)
                .entity(acceptance.run(place.scope(), version))
                .build();
    }

    @GET
    @Operation(
            summary = "The run that counts, step by step, with its signature",
            description = "The one by which the version was released, else the newest.")
    public RunView get(@PathParam("version") long version) {
        return acceptance
                .latest(place.scope(), version)
                .orElseThrow(() -> new NotFound("acceptance run of version", version, place.scope()));
    }

    @GET
    @Path("record")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The record of acceptance as PDF; from release on the same bytes each time")
    public Response record(@PathParam("version") long version) {
        return Download.of(
                        acceptance.record(place.scope(), version), "application/pdf", "acceptance-" + version + ".pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
