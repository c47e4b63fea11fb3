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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.duplicate.DuplicateDesk;
import org.casebook.duplicate.DuplicateView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Participants that look like one person. */
@Path("v1/studies/{study}/duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
public class DuplicateResource {

    @Inject
    private DuplicateDesk desk;

    @BeanParam
    private PlaceParams place;

    /** Whether it is one person, and how somebody knows. */
    public record Decision(boolean samePerson, String reason) {}

    @GET
    @Operation(
            summary =
                    "Participants that look like one person, in every state, the latest first; other is null where it is at a site that you may not see")
    public List<DuplicateView> list() {
        return desk.list(place.scope(), null);
    }

    @GET
    @Path("of/{subject}")
    @Operation(summary = "Who looks like one participant")
    public List<DuplicateView> of(@PathParam("subject") String subject) {
        return desk.of(place.scope(), subject);
    }

    @POST
    @Path("{id}/decision")
    @Operation(summary = "Decide whether it is one person, with a reason; for who sees both")
    public DuplicateView decide(@PathParam("id") long id, Decision said) {
        return desk.decide(place.scope(), id, said.samePerson(), said.reason());
    }
}
