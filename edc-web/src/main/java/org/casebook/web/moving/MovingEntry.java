package org.casebook.web.moving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.NewMove;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;
import org.casebook.whereabouts.MoveLine;

/** A transfer to another site, as the participant's page sends it. */
@Path("moves/{subject}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MovingEntry {

    @Inject
    private MovingDesk desk;

    @BeanParam
    private PlaceSent place;

    /**
     * A transfer as typed.
     *
     * @param to number of the new site
     * @param date first day there, ISO 8601
     */
    public record Typed(String to, String date, String reason) {}

    /** What was done, as a sentence. */
    public record Done(String subject, String site, String sentence) {}

    @POST
    public Done move(@PathParam("subject") String subject, Typed typed) {
        MoveLine line =
                desk.move(place.scope(), subject, new NewMove(typed.to(), DaySent.read(typed.date()), typed.reason()));
        return new Done(line.subject(), line.to(), Words.of("moving", "doneSentence", line.subject(), line.to()));
    }
}
