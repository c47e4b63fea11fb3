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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.casebook.attachment.Attached;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.web.attachment.FileAnswer;
import org.casebook.web.attachment.FileSent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files at items of case forms. */
@Path("v1/studies/{study}/forms/{id}/items/{item}/attachments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class AttachmentResource {

    @Inject
    private AttachmentDesk desk;

    @BeanParam
    private PlaceParams place;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Attach a file to an item, in place of the one that is there",
            description =
                    "The body is the file. Parameters: key (chosen by the caller, unique for this file), itemRevision."
                            + " Headers, percent-encoded: X-File-Name, X-Reason (why, once the form was completed). What the"
                            + " file is, its content decides.")
    public Response attach(@PathParam("id") long id, @BeanParam FileSent sent, InputStream content) {
        Attached attached = desk.attach(place.scope(), id, sent.upload(), content);
        return Response.status(Response.Status.CREATED)
                .entity(FileAnswer.of(attached.file()))
                .build();
    }

    @GET
    @Operation(summary = "Every file that the item holds or held, the newest first")
    public List<FileAnswer> list(@PathParam("id") long id, @PathParam("item") String item) {
        return desk.list(place.scope(), id, item).stream().map(FileAnswer::of).toList();
    }

    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes of a file, held against its hash before they go out")
    public Response take(@PathParam("id") long id, @PathParam("item") String item, @PathParam("file") long file) {
        return FileAnswer.handed(desk.take(place.scope(), id, item, file));
    }
}
