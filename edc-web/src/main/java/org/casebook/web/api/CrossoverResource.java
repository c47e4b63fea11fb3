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
import org.casebook.crossover.CrossoverDesk;
import org.casebook.crossover.CrossoverView;
import org.casebook.crossover.UnblindingDesk;
import org.casebook.crossover.UnblindingView;
import org.casebook.randomization.Allocation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Planned unblinding and the way to a later period. A treatment is made known on the page alone, with a password. */
@Path("v1/studies/{study}/crossovers/{subject}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Crossover")
public class CrossoverResource {

    @Inject
    private UnblindingDesk unblinding;

    @Inject
    private CrossoverDesk desk;

    @BeanParam
    private PlaceParams place;

    /** What was prepared: the label of bag or vial. */
    public record Prepared(String label) {}

    @GET
    @Path("unblinding")
    @Operation(summary = "Whether the treatment was made known as planned, or may be; never the treatment")
    public UnblindingView state(@PathParam("subject") String subject) {
        return unblinding.state(place.scope(), subject);
    }

    @GET
    @Path("treatment")
    @Operation(summary = "The treatment, once it was made known, for the participant's own site; each look is recorded")
    public Allocation treatment(@PathParam("subject") String subject) {
        return unblinding.treatment(place.scope(), subject);
    }

    @GET
    @Operation(summary = "How the participant stands before the later period, and what is missing")
    public CrossoverView get(@PathParam("subject") String subject) {
        return desk.get(place.scope(), subject);
    }

    @POST
    @Path("preparation")
    @Operation(summary = "Record that the treatment of the later period was prepared")
    public CrossoverView prepare(@PathParam("subject") String subject, Prepared prepared) {
        return desk.prepare(place.scope(), subject, prepared.label());
    }

    @POST
    @Path("refusal")
    @Operation(summary = "Record that the participant does not cross over")
    public CrossoverView refuse(@PathParam("subject") String subject, Sent.Why why) {
        return desk.refuse(place.scope(), subject, why.reason());
    }

    @POST
    @Path("resumption")
    @Operation(summary = "Take back that the participant does not cross over")
    public CrossoverView resume(@PathParam("subject") String subject, Sent.Why why) {
        return desk.resume(place.scope(), subject, why.reason());
    }
}
