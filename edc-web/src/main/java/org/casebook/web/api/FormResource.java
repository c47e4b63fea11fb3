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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.Saved;
import org.casebook.kernel.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Case forms: start, read, save item by item, complete. */
@Path("v1/studies/{study}/forms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forms")
public class FormResource {

    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk desk;

    @BeanParam
    private PlaceParams place;

    /**
     * What to start.
     *
     * @param event OID of the visit, where a form with rows gets its next one; left out for a row of a log
     */
    public record NewForm(String subject, String event, String form) {}

    /**
     * What is typed into one item.
     *
     * @param key chosen by the caller, unique for this entry: the same key again gives the same answer and changes nothing
     * @param item item OID
     * @param text as typed; null to empty the item
     * @param unit OID of the unit; null for the item's own
     * @param leftBlank why it is empty: NOT_DONE, UNKNOWN, NOT_APPLICABLE, REFUSED
     * @param itemRevision the item's revision as last read, 0 for an untouched one; another one is a conflict (409)
     * @param reason why, once the form was completed
     */
    public record ItemEntry(
            String key, String item, String text, String unit, String leftBlank, long itemRevision, String reason) {

        Entry toEntry() {
            return new Entry(key, item, text, unit, leftBlank, itemRevision, reason);
        }
    }

    /**
     * Why a form will not be filled.
     *
     * @param leftBlank NOT_DONE (when left out), UNKNOWN, NOT_APPLICABLE or REFUSED
     * @param reason in the person's words
     */
    public record Blank(String leftBlank, String reason) {}

    @GET
    @Operation(summary = "The forms and log rows of a participant, void ones too, without their values")
    public List<FormAnswers.Header> list(@QueryParam("subject") String subject) {
        return desk.list(place.scope(), subject).stream()
                .map(FormAnswers.Header::of)
                .toList();
    }

    @POST
    @Operation(summary = "Start a form at a visit (one started before is opened again), or add a row to a log")
    public Response start(NewForm wanted) {
        Scope scope = place.scope();
        long id = wanted.event() == null
                ? capture.addRow(scope, wanted.subject(), wanted.form())
                : capture.start(scope, wanted.subject(), wanted.event(), wanted.form());
        return Response.status(Response.Status.CREATED)
                .entity(FormAnswers.Form.of(capture.open(scope, id)))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A form with its values")
    public FormAnswers.Form get(@PathParam("id") long id) {
        return FormAnswers.Form.of(capture.open(place.scope(), id));
    }

    @PUT
    @Path("{id}/items")
    @Operation(
            summary = "Save one or more items, in order",
            description = "Each entry is stored by itself: when one is refused, those before it are stored.")
    public List<Saved> save(@PathParam("id") long id, List<ItemEntry> entries) {
        List<Saved> saved = new ArrayList<>();
        entries.forEach(entry -> saved.add(capture.save(place.scope(), id, entry.toEntry())));
        return saved;
    }

    @POST
    @Path("{id}/complete")
    @Operation(summary = "Say that all is entered; from then on each change needs a reason")
    public FormAnswers.Header complete(@PathParam("id") long id) {
        return FormAnswers.Header.of(desk.complete(place.scope(), id));
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Take a complete form back to work")
    public FormAnswers.Header reopen(@PathParam("id") long id, Sent.Why why) {
        return FormAnswers.Header.of(desk.reopen(place.scope(), id, why.reason()));
    }

    @POST
    @Path("{id}/not-done")
    @Operation(summary = "Say that the form will not be filled")
    public FormAnswers.Header notDone(@PathParam("id") long id, Blank blank) {
        return FormAnswers.Header.of(desk.notDone(place.scope(), id, blank.leftBlank(), blank.reason()));
    }

    @POST
    @Path("{id}/void")
    @Operation(summary = "Take a form or a log row out of the casebook for good; its data stay readable")
    public FormAnswers.Header voidForm(@PathParam("id") long id, Sent.Why why) {
        return FormAnswers.Header.of(desk.voidForm(place.scope(), id, why.reason()));
    }

    @GET
    @Path("{id}/items/{item}/history")
    @Operation(summary = "Every entry of the audit trail about one item, oldest first")
    public List<AuditLine> history(@PathParam("id") long id, @PathParam("item") String item) {
        return capture.history(place.scope(), id, item);
    }
}
