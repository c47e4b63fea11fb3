package org.casebook.web.explanation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.explanation.Explanation;
import org.casebook.explanation.Explanations;
import org.casebook.explanation.ItemCard;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.SeatSent;

/** Why something is as it is, and what an item is. Asked for when somebody wants to know, never with the page. */
@Path("why")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WhyEntry {

    @Inject
    private Explanations explanations;

    @BeanParam
    private PlaceSent place;

    @GET
    @Path("forms/{form}")
    public Explanation form(@PathParam("form") long form) {
        return explanations.form(place.scope(), form);
    }

    @GET
    @Path("forms/{form}/items/{item}")
    public Explanation item(@PathParam("form") long form, @PathParam("item") String item) {
        return explanations.item(place.scope(), form, item);
    }

    @GET
    @Path("forms/{form}/items/{item}/card")
    public ItemCard card(@PathParam("form") long form, @PathParam("item") String item) {
        return explanations.card(place.scope(), form, item);
    }

    @GET
    @Path("seats/{subject}/{event}/{form}")
    public Explanation form(@BeanParam SeatSent seat) {
        return explanations.form(place.scope(), seat.seat());
    }

    @GET
    @Path("seats/{subject}/{event}/{form}/items/{item}")
    public Explanation item(@BeanParam SeatSent seat, @PathParam("item") String item) {
        return explanations.item(place.scope(), seat.seat(), item);
    }

    @GET
    @Path("seats/{subject}/{event}/{form}/items/{item}/card")
    public ItemCard card(@BeanParam SeatSent seat, @PathParam("item") String item) {
        return explanations.card(place.scope(), seat.seat(), item);
    }

    @GET
    @Path("subjects/{subject}/visits/{event}")
    public Explanation visit(@PathParam("subject") String subject, @PathParam("event") String event) {
        return explanations.visit(place.scope(), subject, event);
    }

    @GET
    @Path("subjects/{subject}/visits/{event}/forms/{name}")
    public Explanation collection(
            @PathParam("subject") String subject, @PathParam("event") String event, @PathParam("name") String form) {
        return explanations.collection(place.scope(), subject, event, form);
    }

    @GET
    @Path("subjects/{subject}/randomization")
    public Explanation randomization(@PathParam("subject") String subject) {
        return explanations.randomization(place.scope(), subject);
    }

    @GET
    @Path("subjects/{subject}/criteria/{criterion}")
    public Explanation criterion(@PathParam("subject") String subject, @PathParam("criterion") String criterion) {
        return explanations.criterion(place.scope(), subject, criterion);
    }
}
