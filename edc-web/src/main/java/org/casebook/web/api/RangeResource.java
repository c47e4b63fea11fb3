package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.laboratory.LaboratoryDesk;
import org.casebook.laboratory.LaboratoryView;
import org.casebook.laboratory.RangeDraft;
import org.casebook.laboratory.RangeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Laboratories and their reference ranges. */
@Path("v1/studies/{study}/laboratories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Laboratories")
public class RangeResource {

    @Inject
    private LaboratoryDesk desk;

    @BeanParam
    private PlaceParams place;

    /**
     * A range that says something else.
     *
     * @param reason why
     */
    public record Changed(RangeDraft range, String reason) {}

    @GET
    @Operation(summary = "The laboratories of the study; with site those that serve it")
    public List<LaboratoryView> list() {
        return desk.list(place.scope());
    }

    @POST
    @Operation(summary = "Enter a laboratory, for all sites or for one")
    public Response add(LaboratoryView laboratory) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.add(place.scope(), laboratory))
                .build();
    }

    @GET
    @Path("ranges")
    @Operation(summary = "Their reference ranges")
    public List<RangeView> ranges() {
        return desk.ranges(place.scope());
    }

    @POST
    @Path("ranges")
    @Operation(summary = "Enter a range; one that overlaps another is refused (409)")
    public Response addRange(RangeDraft range) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.addRange(place.scope(), range))
                .build();
    }

    @PUT
    @Path("ranges/{id}")
    @Operation(summary = "Change a range", description = "What was judged by it before stays as it was found.")
    public RangeView change(@PathParam("id") long id, Changed changed) {
        return desk.changeRange(place.scope(), id, changed.range(), changed.reason());
    }
}
