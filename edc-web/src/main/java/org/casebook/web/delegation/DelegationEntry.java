package org.casebook.web.delegation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.delegation.DelegationLog;
import org.casebook.delegation.DelegationView;
import org.casebook.delegation.Duty;
import org.casebook.delegation.NewDelegation;
import org.casebook.kernel.Scope;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** What the buttons of the delegation log send. */
@Path("delegations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DelegationEntry {

    private static final String TASK = "task-";

    @Inject
    private DelegationLog log;

    @BeanParam
    private PlaceSent place;

    /** A day at the site, ISO 8601, and why where a reason is due. */
    public record Day(String date, String reason) {}

    /**
     * Writes a person into the log.
     *
     * @param fields {@code username}, {@code name}, {@code date} (the first day), {@code trained}, and {@code task-<duty>} for
     *     each task
     */
    @POST
    public Done add(Map<String, String> fields) {
        return done(log.add(place.scope(), delegation(fields)));
    }

    /** Appoints the principal investigator of a site: fields as for {@link #add}, without tasks; {@code site}: which. */
    @POST
    @Path("lead")
    public Done appoint(Map<String, String> fields) {
        Scope page = place.scope();
        Scope site = fields.get("site") == null ? page : Scope.of(page.study(), fields.get("site"));
        return done(log.appoint(site, delegation(fields)));
    }

    @POST
    @Path("{id}/approval")
    public Done approve(@PathParam("id") long id) {
        return done(log.approve(place.scope(), id));
    }

    @POST
    @Path("{id}/training")
    public Done train(@PathParam("id") long id, Day day) {
        return done(log.train(place.scope(), id, DaySent.read(day.date())));
    }

    @POST
    @Path("{id}/end")
    public Done end(@PathParam("id") long id, Day day) {
        return done(log.end(place.scope(), id, DaySent.read(day.date()), day.reason()));
    }

    private static NewDelegation delegation(Map<String, String> fields) {
        Set<Duty> duties = Arrays.stream(Duty.values())
                .filter(duty -> fields.containsKey(TASK + duty))
                .collect(Collectors.toSet());
        return new NewDelegation(
                fields.get("username"),
                fields.get("name"),
                duties,
                DaySent.read(fields.get("date")),
                DaySent.read(fields.get("trained")));
    }

    private static Done done(DelegationView line) {
        return new Done(Words.of("delegation", "doneSentence", line.name(), line.site()));
    }
}
