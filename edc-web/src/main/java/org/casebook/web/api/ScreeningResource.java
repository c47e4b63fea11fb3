package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.standing.ScreeningLine;
import org.casebook.standing.ScreeningLog;
import org.casebook.web.api.ParticipantResource.ParticipantAnswer;
import org.casebook.web.standing.ScreeningCsv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The screening log. */
@Path("v1/studies/{study}/screening-log")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
public class ScreeningResource {

    @Inject
    private ScreeningLog log;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "Everybody who was screened, and how that came out")
    public List<ScreeningLine> list() {
        return log.list(place.scope());
    }

    @GET
    @Path("csv")
    @Operation(summary = "The screening log as CSV")
    public Response csv() {
        return Response.ok(ScreeningCsv.of(log.list(place.scope())), ScreeningCsv.TYPE)
                .build();
    }

    @POST
    @Path("{subject}/again")
    @Operation(summary = "Screen somebody again who failed screening; gives a new number that leads to the earlier one")
    public Response again(@PathParam("subject") String subject) {
        return Response.status(Response.Status.CREATED)
                .entity(ParticipantAnswer.of(log.rescreen(place.scope(), subject)))
                .build();
    }
}
