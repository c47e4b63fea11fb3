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
import java.time.LocalDate;
import java.util.List;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.ConsentView;
import org.casebook.consent.NewConsent;
import org.casebook.consent.TextInForce;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consent texts of sites, and the consents of participants. */
@Path("v1/studies/{study}/consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
public class ConsentResource {

    @Inject
    private ConsentDesk desk;

    @BeanParam
    private PlaceParams place;

    /**
     * A text to put in force at the site of the request.
     *
     * @param from date at the site
     * @param again whether those who consented to an earlier text are asked again
     */
    public record NewText(String label, LocalDate from, boolean again) {}

    /**
     * A consent to a later text.
     *
     * @param date at the site
     * @param before who took it
     */
    public record Given(String label, LocalDate date, String before) {}

    @GET
    @Path("texts")
    @Operation(summary = "Which consent text each site uses from when on")
    public List<TextInForce> texts() {
        return desk.texts(place.scope());
    }

    @POST
    @Path("texts")
    @Operation(summary = "Put a consent text in force at a site")
    public TextInForce put(NewText text) {
        return desk.putInForce(place.scope(), text.label(), text.from(), text.again());
    }

    @GET
    @Path("participants/{subject}")
    @Operation(summary = "To which texts a participant consented, and which one is due")
    public ConsentView get(@PathParam("subject") String subject) {
        return desk.get(place.scope(), subject);
    }

    @POST
    @Path("participants/{subject}")
    @Operation(summary = "Record a consent to a later text")
    public ConsentView give(@PathParam("subject") String subject, Given given) {
        return desk.give(place.scope(), subject, new NewConsent(given.label(), given.date(), given.before()));
    }

    @POST
    @Path("participants/{subject}/taking-back")
    @Operation(summary = "Take the last consent back that was recorded by mistake")
    public ConsentView takeBack(@PathParam("subject") String subject, Sent.Why why) {
        return desk.takeBack(place.scope(), subject, why.reason());
    }
}
