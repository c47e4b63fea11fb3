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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.NewMove;
import org.casebook.moving.PastView;
import org.casebook.whereabouts.MoveLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transfers of participants between sites. */
@Path("v1/studies/{study}/transfers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
public class MovingResource {

    @Inject
    private MovingDesk desk;

    @BeanParam
    private PlaceParams place;

    /**
     * One transfer.
     *
     * @param date first day at the new site, a date there
     * @param at when it was recorded and took effect, UTC
     */
    public record TransferAnswer(
            String subject, String from, String to, LocalDate date, String reason, String person, Instant at) {

        static TransferAnswer of(MoveLine line) {
            return new TransferAnswer(
                    line.subject(), line.from(), line.to(), line.on(), line.reason(), line.person(), line.at());
        }
    }

    /** A transfer to make. */
    public record NewTransfer(String to, LocalDate date, String reason) {}

    /**
     * What the site that was left recorded.
     *
     * @param forms in the order in which they were begun
     */
    public record PastAnswer(TransferAnswer transfer, List<PastView.Form> forms) {}

    @GET
    @Operation(summary = "Who left a site of the scope for another one and is not there now")
    public List<TransferAnswer> departures() {
        return desk.departures(place.scope()).stream().map(TransferAnswer::of).toList();
    }

    @GET
    @Path("participants/{subject}")
    @Operation(summary = "How a participant came to the site where he is now, the first transfer first")
    public List<TransferAnswer> of(@PathParam("subject") String subject) {
        return desk.of(place.scope(), subject).stream().map(TransferAnswer::of).toList();
    }

    @POST
    @Path("participants/{subject}")
    @Operation(summary = "Transfer a participant, with all that is his, to another site of the study")
    public TransferAnswer move(@PathParam("subject") String subject, NewTransfer wanted) {
        NewMove move = new NewMove(wanted.to(), wanted.date(), wanted.reason());
        return TransferAnswer.of(desk.move(place.scope(), subject, move));
    }

    @GET
    @Path("past/{subject}")
    @Operation(summary = "What a site that a participant left recorded about him until then")
    public PastAnswer past(@PathParam("subject") String subject) {
        PastView view = desk.past(place.scope(), subject);
        return new PastAnswer(TransferAnswer.of(view.move()), view.forms());
    }
}
