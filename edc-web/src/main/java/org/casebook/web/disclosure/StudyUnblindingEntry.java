package org.casebook.web.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.disclosure.StudyUnblindingDesk;
import org.casebook.web.entry.PlaceSent;

/** What the page of the study's unblinding sends. */
@Path("unblinding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudyUnblindingEntry {

    @Inject
    private StudyUnblindingDesk desk;

    @BeanParam
    private PlaceSent place;

    /** Why, in the person's words. */
    public record Why(String reason) {}

    /** Where the browser goes now: to the password page. */
    public record Onward(String address) {}

    @POST
    public Onward unblind(Why why) {
        return new Onward(
                desk.request(place.scope(), why == null ? null : why.reason()).toString());
    }
}
