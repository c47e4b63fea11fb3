package org.casebook.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.casebook.attachment.Attached;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.query.QueryNews;
import org.casebook.web.entry.FormAnswers.SavedAnswer;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.SeatSent;

/** A file for the form of a seat, which is begun by it where none was. */
@Path("seats/{subject}/{event}/{form}/items/{item}/attachments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SeatAttachmentEntry {

    @Inject
    private AttachmentDesk desk;

    @Inject
    private QueryNews news;

    @BeanParam
    private PlaceSent place;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public SavedAnswer attach(@BeanParam SeatSent seat, @BeanParam FileSent sent, InputStream content) {
        Attached attached = desk.attach(place.scope(), seat.seat(), sent.upload(), content);
        return SavedAnswer.of(attached.saved(), news).at(attached.file().formId());
    }
}
