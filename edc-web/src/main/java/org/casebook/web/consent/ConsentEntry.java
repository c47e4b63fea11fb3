package org.casebook.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.NewConsent;
import org.casebook.consent.TextInForce;
import org.casebook.kernel.Scope;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Words;

/** What the buttons about consent send. */
@Path("consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentEntry {

    @Inject
    private ConsentDesk desk;

    @BeanParam
    private PlaceSent place;

    /**
     * A consent as typed.
     *
     * @param date at the site, ISO 8601
     */
    public record Typed(String label, String date, String before) {}

    /**
     * A text as typed.
     *
     * @param site null: the page's own
     * @param date from when it is in force at the site, ISO 8601
     * @param again anything but null: those who consented to an earlier text are asked again
     */
    public record TypedText(String site, String label, String date, String again) {}

    @POST
    @Path("texts")
    public Done put(TypedText typed) {
        Scope page = place.scope();
        Scope site = typed.site() == null ? page : Scope.of(page.study(), typed.site());
        TextInForce text = desk.putInForce(site, typed.label(), DaySent.read(typed.date()), typed.again() != null);
        return new Done(Words.of(
                "consent", "putSentence", text.label(), text.site(), text.from().toString()));
    }

    @POST
    @Path("{subject}")
    public Done give(@PathParam("subject") String subject, Typed typed) {
        desk.give(place.scope(), subject, new NewConsent(typed.label(), DaySent.read(typed.date()), typed.before()));
        return new Done(Words.of("consent", "doneSentence", subject));
    }

    @POST
    @Path("{subject}/taking-back")
    public Done takeBack(@PathParam("subject") String subject, Why why) {
        desk.takeBack(place.scope(), subject, why.reason());
        return new Done(Words.of("consent", "doneSentence", subject));
    }
}
