package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.capture.Entry;
import org.casebook.capture.FormPreview;
import org.casebook.capture.FormPreview.Named;
import org.casebook.capture.FormPreview.Scratch;
import org.casebook.capture.FormPreview.Typed;
import org.casebook.capture.FormPreview.Which;
import org.casebook.web.entry.FormAnswers.SavedAnswer;
import org.casebook.web.entry.PlaceSent;

/** What the preview of a form asks: the page sends all that it holds, and nothing of it is stored. */
@Path("preview/versions/{version}/forms/{form}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreviewEntry {

    @Inject
    private FormPreview preview;

    @BeanParam
    private PlaceSent place;

    @PathParam("version")
    private long version;

    @PathParam("form")
    private String form;

    /** What is typed into one item. */
    public record Change(String item, String text, String unit, String leftBlank) {

        Entry entry() {
            return new Entry("preview", item, text, unit, leftBlank, 0, null);
        }
    }

    /**
     * What the page holds.
     *
     * @param change what was typed last; null: every item is to be told as it stands
     */
    public record Sent(String language, List<Typed> items, List<Named> elsewhere, Change change) {

        Scratch scratch() {
            return new Scratch(items, elsewhere);
        }
    }

    @POST
    public SavedAnswer judge(Sent sent) {
        Entry entry = sent.change() == null ? null : sent.change().entry();
        return SavedAnswer.ofPreview(preview.save(place.scope(), which(sent), sent.scratch(), entry));
    }

    @POST
    @Path("complete")
    public void complete(Sent sent) {
        preview.complete(place.scope(), which(sent), sent.scratch());
    }

    private Which which(Sent sent) {
        return new Which(version, form, sent.language());
    }
}
