package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.agenda.Agenda;
import org.casebook.agenda.AgendaDesk;
import org.casebook.agenda.OverdueMatrix;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visits to do today and soon, and how much of what was due is overdue. */
@Path("v1/studies/{study}/agenda")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
public class AgendaResource {

    @Inject
    private AgendaDesk desk;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "Visits open today, soon, and overdue, each with the day that serves it best")
    public Agenda today() {
        return desk.today(place.scope());
    }

    @GET
    @Path("overdue")
    @Operation(
            summary = "How much of what was due by now is overdue, by site and visit; what is not due counts nowhere")
    public OverdueMatrix overdue() {
        return desk.overdue(place.scope());
    }
}
