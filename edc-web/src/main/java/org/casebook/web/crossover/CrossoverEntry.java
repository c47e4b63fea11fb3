package org.casebook.web.crossover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.crossover.CrossoverDesk;
import org.casebook.crossover.UnblindingDesk;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Words;

/** What the page of the crossover sends. */
@Path("crossovers/{subject}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CrossoverEntry {

    @Inject
    private UnblindingDesk unblinding;

    @Inject
    private CrossoverDesk desk;

    @BeanParam
    private PlaceSent place;

    /** What was prepared: the label of bag or vial. */
    public record Prepared(String label) {}

    /** Where the browser goes now: to the password page. */
    public record Onward(String address) {}

    @POST
    @Path("unblinding")
    public Onward unblind(@PathParam("subject") String subject, Why why) {
        return new Onward(unblinding
                .request(place.scope(), subject, why == null ? null : why.reason())
                .toString());
    }

    @POST
    @Path("preparation")
    public Done prepare(@PathParam("subject") String subject, Prepared prepared) {
        desk.prepare(place.scope(), subject, prepared == null ? null : prepared.label());
        return new Done(Words.of("crossover", "doneSentence", subject));
    }

    @POST
    @Path("refusal")
    public Done refuse(@PathParam("subject") String subject, Why why) {
        desk.refuse(place.scope(), subject, why == null ? null : why.reason());
        return new Done(Words.of("crossover", "doneSentence", subject));
    }

    @POST
    @Path("resumption")
    public Done resume(@PathParam("subject") String subject, Why why) {
        desk.resume(place.scope(), subject, why == null ? null : why.reason());
        return new Done(Words.of("crossover", "doneSentence", subject));
    }
}
