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
import java.time.LocalDate;
import java.util.List;
import org.casebook.delegation.DelegationLog;
import org.casebook.delegation.DelegationView;
import org.casebook.delegation.NewDelegation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The delegation log of sites. */
@Path("v1/studies/{study}/delegations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Delegation")
public class DelegationResource {

    @Inject
    private DelegationLog log;

    @BeanParam
    private PlaceParams place;

    /** A date at the site, and why where a reason is due. */
    public record Day(LocalDate date, String reason) {}

    @GET
    @Operation(summary = "Who may do what at which site, from when to when, trained and approved")
    public List<DelegationView> list() {
        return log.list(place.scope());
    }

    @POST
    @Operation(summary = "Write a person into the log of a site; it counts once the principal investigator approves it")
    public DelegationView add(NewDelegation wanted) {
        return log.add(place.scope(), wanted);
    }

    @POST
    @Path("lead")
    @Operation(summary = "Appoint the principal investigator of a site, which keeps its log here from then on")
    public DelegationView appoint(NewDelegation wanted) {
        return log.appoint(place.scope(), wanted);
    }

    @POST
    @Path("{id}/approval")
    @Operation(summary = "Approve a delegation, as the principal investigator")
    public DelegationView approve(@PathParam("id") long id) {
        return log.approve(place.scope(), id);
    }

    @POST
    @Path("{id}/training")
    @Operation(summary = "Date a person's training")
    public DelegationView train(@PathParam("id") long id, Day day) {
        return log.train(place.scope(), id, day.date());
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End a delegation, with a reason")
    public DelegationView end(@PathParam("id") long id, Day day) {
        return log.end(place.scope(), id, day.date(), day.reason());
    }
}
