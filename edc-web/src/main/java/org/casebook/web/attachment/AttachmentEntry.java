package org.casebook.web.attachment;

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
import org.casebook.attachment.AttachmentDesk;
import org.casebook.query.QueryNews;
import org.casebook.web.entry.FormAnswers.SavedAnswer;
import org.casebook.web.entry.PlaceSent;

/** Files of the form page: the body of a request is the file, nothing around it. */
@Path("forms/{form}/items/{item}/attachments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentEntry {

    @Inject
    private AttachmentDesk desk;

    @Inject
    private QueryNews news;

    @BeanParam
    private PlaceSent place;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public SavedAnswer attach(@PathParam("form") long form, @BeanParam FileSent sent, InputStream content) {
        return SavedAnswer.of(
                desk.attach(place.scope(), form, sent.upload(), content).saved(), news);
    }

    @GET
    public List<FileAnswer> list(@PathParam("form") long form, @PathParam("item") String item) {
        return desk.list(place.scope(), form, item).stream().map(FileAnswer::of).toList();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response take(@PathParam("form") long form, @PathParam("item") String item, @PathParam("id") long id) {
        return FileAnswer.handed(desk.take(place.scope(), form, item, id));
    }
}
