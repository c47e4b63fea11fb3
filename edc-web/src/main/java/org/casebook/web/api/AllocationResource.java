package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.PreparedList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allocation lists, for the unblinded; treatments are never told here. They are sealed on the page, with a password. */
@Path("v1/studies/{study}/allocation-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation lists")
public class AllocationResource {

    @Inject
    private ListDesk desk;

    @BeanParam
    private PlaceParams place;

    /** How many participants each list takes at least, 1 to 2000; filled up to whole blocks. */
    public record NewList(int slots) {}

    @GET
    @Operation(summary = "The lists with how many slots are used")
    public List<PreparedList> list() {
        return desk.lists(place.scope());
    }

    @POST
    @Operation(summary = "Prepare a list for each combination of the strata; somebody else seals it")
    public Response prepare(NewList wanted) {
        if (wanted == null) {
            throw new Invalid("Say how many slots the list is to have, for example {\"slots\": 24}.");
        }
        return Response.status(Response.Status.CREATED)
                .entity(desk.prepare(place.scope(), wanted.slots()))
                .build();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Prepare the lists of a CSV file, taken or refused whole; somebody else seals them")
    public Response upload(byte[] file) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.upload(place.scope(), file))
                .build();
    }
}
