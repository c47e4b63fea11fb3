package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.transfer.ClinicalImport;
import org.casebook.transfer.ImportReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clinical data from files, into test and training studies. */
@Path("v1/studies/{study}/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    @Inject
    private ClinicalImport imports;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "The files that were looked at, the newest first, without their findings")
    public List<ImportReport> list() {
        return imports.list(place.scope());
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Look at a file of clinical data (ODM 1.3 or 2.0): what it would change, value by value",
            description = "Nothing is changed. With site, participants whose site the file does not name come there.")
    public Response look(@QueryParam("name") String name, byte[] file) {
        return Response.status(Response.Status.CREATED)
                .entity(imports.look(place.scope(), name, file))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A file that was looked at, with its findings")
    public ImportReport get(@PathParam("id") long id) {
        return imports.get(place.scope(), id);
    }

    @POST
    @Path("{id}/taking")
    @Operation(
            summary = "Take a file that was looked at, whole and in one transaction, or not at all",
            description = "A reason is due where values that are there change.")
    public ImportReport take(@PathParam("id") long id, Sent.Why why) {
        return imports.take(place.scope(), id, why == null ? null : why.reason());
    }
}
