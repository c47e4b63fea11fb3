package org.casebook.web.entry;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormState;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.query.QueryNews;
import org.casebook.web.entry.FormAnswers.FormMark;
import org.casebook.web.entry.FormAnswers.HistoryLine;
import org.casebook.web.entry.FormAnswers.SavedAnswer;

/**
 * Entering data on the form page. One for all requests: to make and fill one for each took a quarter of a save's time.
 */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FormEntry {

    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk desk;

    @Inject
    private QueryNews news;

    /**
     * What was typed into one item.
     *
     * @param itemRevision the revision that the page showed
     */
    public record Typed(String key, String text, String unit, String leftBlank, Long itemRevision, String reason) {}

    /**
     * Why the form is left blank.
     *
     * @param leftBlank NOT_DONE, UNKNOWN, NOT_APPLICABLE or REFUSED
     */
    public record Blank(String leftBlank, String reason) {}

    /** The same key again does nothing a second time. */
    public record Keyed(String key) {}

    /** Where a new form goes; event is null for a row of a log. */
    public record Seat(String subject, String event, String form, String key) {}

    /** The id of a form. */
    public record Started(long id) {}

    @PUT
    @Path("forms/{form}/items/{item}")
    public SavedAnswer save(
            @BeanParam PlaceSent place, @PathParam("form") long form, @PathParam("item") String item, Typed typed) {
        return SavedAnswer.of(capture.save(place.scope(), form, entry(item, typed)), news);
    }

    /** The same into the form of a seat, which is begun by it where none was. */
    @PUT
    @Path("seats/{subject}/{event}/{form}/items/{item}")
    public SavedAnswer save(
            @BeanParam PlaceSent place, @BeanParam SeatSent seat, @PathParam("item") String item, Typed typed) {
        DataCapture.Begun begun = capture.save(place.scope(), seat.seat(), entry(item, typed));
        return SavedAnswer.of(begun.saved(), news).at(begun.form());
    }

    private static Entry entry(String item, Typed typed) {
        if (typed.itemRevision() == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoRevision"));
        }
        return new Entry(
                typed.key(), item, typed.text(), typed.unit(), typed.leftBlank(), typed.itemRevision(), typed.reason());
    }

    @GET
    @Path("forms/{form}/items/{item}/history")
    public List<HistoryLine> history(
            @BeanParam PlaceSent place, @PathParam("form") long form, @PathParam("item") String item) {
        return capture.history(place.scope(), form, item).stream()
                .map(HistoryLine::of)
                .toList();
    }

    @POST
    @Path("forms")
    public Started start(@BeanParam PlaceSent place, Seat seat) {
        return new Started(capture.start(place.scope(), seat.subject(), seat.event(), seat.form()));
    }

    @POST
    @Path("rows")
    public Started addRow(@BeanParam PlaceSent place, Seat seat) {
        return new Started(capture.addRowOnce(
                place.scope(), new DataCapture.NewRow(seat.subject(), seat.event(), seat.form(), seat.key())));
    }

    @POST
    @Path("forms/{form}/complete")
    public FormMark complete(@BeanParam PlaceSent place, @PathParam("form") long form, Keyed sent) {
        return mark(desk.completeOnce(place.scope(), form, sent == null ? null : sent.key()));
    }

    @POST
    @Path("seats/{subject}/{event}/{form}/complete")
    public FormMark complete(@BeanParam PlaceSent place, @BeanParam SeatSent seat, Keyed sent) {
        return mark(desk.completeOnce(place.scope(), seat.seat(), sent == null ? null : sent.key()));
    }

    @POST
    @Path("forms/{form}/reopen")
    public FormMark reopen(@BeanParam PlaceSent place, @PathParam("form") long form, Why why) {
        return mark(desk.reopen(place.scope(), form, why.reason()));
    }

    @POST
    @Path("forms/{form}/not-done")
    public FormMark notDone(@BeanParam PlaceSent place, @PathParam("form") long form, Blank blank) {
        return mark(desk.notDone(place.scope(), form, blank.leftBlank(), blank.reason()));
    }

    @POST
    @Path("seats/{subject}/{event}/{form}/not-done")
    public FormMark notDone(@BeanParam PlaceSent place, @BeanParam SeatSent seat, Blank blank) {
        return mark(desk.notDone(place.scope(), seat.seat(), blank.leftBlank(), blank.reason()));
    }

    @POST
    @Path("forms/{form}/void")
    public FormMark voidForm(@BeanParam PlaceSent place, @PathParam("form") long form, Why why) {
        return mark(desk.voidForm(place.scope(), form, why.reason()));
    }

    private static FormMark mark(FormState form) {
        return new FormMark(form.state().name(), form.revision());
    }
}
