package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.PreparedList;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** What the buttons of the pharmacist's page send. */
@Path("allocation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AllocationEntry {

    @Inject
    private AllocationDesk desk;

    @BeanParam
    private PlaceSent place;

    /**
     * A list to prepare.
     *
     * @param listSite the site it is for; null for the whole study
     * @param slots how many participants it takes at least
     */
    public record NewList(String listSite, String slots) {}

    /** What was done, as a sentence. */
    public record Done(String sentence) {}

    /** What a participant is to receive; the reading was recorded. */
    public record Read(String subject, String number, String treatment, String sentence) {}

    @POST
    @Path("lists")
    public Done prepare(NewList wanted) {
        if (wanted == null || wanted.slots() == null || !wanted.slots().matches("\\d{1,5}")) {
            throw new Invalid("Say how many participants the list is to take, for example 24.");
        }
        Scope scope = Scope.of(place.scope().study(), wanted.listSite());
        PreparedList list = desk.prepare(scope, Integer.parseInt(wanted.slots()));
        return new Done(Words.of("randomization", "preparedSentence", list.slots()));
    }

    @POST
    @Path("{subject}/read")
    public Read read(@PathParam("subject") String subject) {
        Allocation allocation = desk.read(place.scope(), subject);
        return new Read(
                subject,
                allocation.number(),
                allocation.treatment(),
                Words.of("randomization", "readSentence", subject));
    }
}
