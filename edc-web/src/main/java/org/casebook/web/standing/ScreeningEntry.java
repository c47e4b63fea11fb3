package org.casebook.web.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebook.standing.ScreeningLog;
import org.casebook.subject.Participant;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Download;

/** The screening log as a file, and screening somebody again. */
@Path("screening")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningEntry {

    @Inject
    private ScreeningLog log;

    @BeanParam
    private PlaceSent place;

    /** Who was added. */
    public record Added(String subject) {}

    @GET
    @Path("csv")
    public Response csv() {
        return Download.of(ScreeningCsv.of(log.list(place.scope())), ScreeningCsv.TYPE, "screening-log.csv")
                .build();
    }

    @POST
    @Path("{subject}/again")
    public Added again(@PathParam("subject") String subject) {
        Participant added = log.rescreen(place.scope(), subject);
        return new Added(added.key());
    }
}
