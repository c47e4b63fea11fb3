package org.casebook.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.transfer.ClinicalImport;
import org.casebook.transfer.ImportReport;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Words;

/** Looking at a file of clinical data and taking it, from the page. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportEntry {

    @Inject
    private ClinicalImport imports;

    @BeanParam
    private PlaceSent place;

    /** A file that the person chose, in Base64. */
    public record Chosen(String name, String content) {}

    /** What came of it, in a sentence. */
    public record Answer(long id, String sentence) {}

    @POST
    public Answer look(Chosen file) {
        if (file == null || file.content() == null || file.content().isEmpty()) {
            throw new Invalid(Sentence.of("transfer", "noFile"));
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException noBase64) {
            throw new Invalid(Sentence.of("transfer", "fileNotWhole"));
        }
        ImportReport report = imports.look(place.scope(), file.name(), content);
        return new Answer(report.id(), Words.of("transfer", "looked", report.fileName()));
    }

    @POST
    @Path("{id}/taking")
    public Answer take(@PathParam("id") long id, Why why) {
        ImportReport report = imports.take(place.scope(), id, why == null ? null : why.reason());
        return new Answer(
                report.id(),
                Words.of("transfer", "takenNow", report.outcome().counts().subjects(), report.fileName()));
    }
}
