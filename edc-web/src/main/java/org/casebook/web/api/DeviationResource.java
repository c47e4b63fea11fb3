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
import java.time.LocalDate;
import java.util.List;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.NewDeviation;
import org.casebook.deviation.Weight;
import org.casebook.web.deviation.DeviationAsked;
import org.casebook.web.deviation.DeviationCsv;
import org.casebook.web.shell.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deviations from the protocol. */
@Path("v1/studies/{study}/deviations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deviations")
public class DeviationResource {

    @Inject
    private DeviationDesk desk;

    @BeanParam
    private PlaceParams place;

    /** How much one matters; left out: to be judged anew. */
    public record Judgement(Weight weight, String reason) {}

    /** One told anew; whose it is stays. */
    public record Telling(
            String event,
            String form,
            LocalDate on,
            Category category,
            Weight weight,
            String description,
            String reason) {

        NewDeviation deviation() {
            return new NewDeviation(null, event, form, on, category, weight, description);
        }
    }

    @GET
    @Operation(
            summary =
                    "Deviations, the latest day first; state, category, weight (NONE: not judged) and subject narrow it")
    public List<DeviationView> list(@BeanParam DeviationAsked asked) {
        return desk.list(place.scope(), asked.filter());
    }

    @GET
    @Path("csv")
    @Operation(summary = "The same as CSV")
    public Response csv(@BeanParam DeviationAsked asked) {
        return Response.ok(DeviationCsv.of(desk.list(place.scope(), asked.filter())), Csv.TYPE)
                .build();
    }

    @POST
    @Operation(summary = "Record a deviation of a participant, or of a site")
    public Response record(NewDeviation said) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.record(place.scope(), said))
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Tell one anew that a person recorded, with a reason")
    public DeviationView change(@PathParam("id") long id, Telling telling) {
        return desk.change(place.scope(), id, telling.deviation(), telling.reason());
    }

    @POST
    @Path("{id}/weight")
    @Operation(summary = "Say how much one matters: minor, major, important")
    public DeviationView weigh(@PathParam("id") long id, Judgement judged) {
        return desk.weigh(place.scope(), id, judged.weight(), judged.reason());
    }

    @POST
    @Path("{id}/void")
    @Operation(summary = "Say that one is no deviation, with a reason")
    public DeviationView makeVoid(@PathParam("id") long id, Sent.Why why) {
        return desk.makeVoid(place.scope(), id, why.reason());
    }

    @POST
    @Path("{id}/reinstating")
    @Operation(summary = "Say that a void one counts after all, with a reason")
    public DeviationView reinstate(@PathParam("id") long id, Sent.Why why) {
        return desk.reinstate(place.scope(), id, why.reason());
    }
}
