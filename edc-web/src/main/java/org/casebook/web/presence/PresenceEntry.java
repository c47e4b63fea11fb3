package org.casebook.web.presence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.kernel.Scope;
import org.casebook.presence.FormPresence;
import org.casebook.presence.Present;
import org.casebook.web.entry.FormAnswers.FormMark;
import org.casebook.web.entry.FormAnswers.ItemAnswer;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.SeatSent;

/** The heartbeat of an open form: who else is in it, and what they changed since. */
@Path("/presence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PresenceEntry {

    private static final News GONE = new News(List.of(), null, null, List.of());

    @Inject
    private FormPresence presence;

    @Inject
    private DataCapture capture;

    @BeanParam
    private PlaceSent place;

    /**
     * A window at a form.
     *
     * @param revision of the form as the page shows it; absent: it wants no news
     * @param leaving whether the window is being closed
     */
    public record Beat(String window, Long revision, boolean leaving) {}

    /**
     * What the page hears.
     *
     * @param begun id of the form, where its seat was addressed and it was begun; else null
     * @param items every item of the form when it has changed since; else empty
     */
    public record News(List<Present> others, Long begun, FormMark form, List<ItemAnswer> items) {}

    @POST
    @Path("forms/{form}")
    public News beat(@PathParam("form") long form, Beat beat) {
        Scope scope = place.scope();
        if (beat.leaving()) {
            presence.leave(scope, form, beat.window());
            return GONE;
        }
        return news(beat, presence.stay(scope, form, beat.window()), null);
    }

    /** The same at a seat, whose form may not be begun yet. */
    @POST
    @Path("seats/{subject}/{event}/{form}")
    public News beat(@BeanParam SeatSent seat, Beat beat) {
        Scope scope = place.scope();
        if (beat.leaving()) {
            presence.leave(scope, seat.seat(), beat.window());
            return GONE;
        }
        FormPresence.Company company = presence.stay(scope, seat.seat(), beat.window());
        return news(beat, company, company.form() == 0 ? null : company.form());
    }

    private News news(Beat beat, FormPresence.Company company, Long begun) {
        if (beat.revision() == null || beat.revision() >= company.revision()) {
            return new News(company.others(), begun, null, List.of());
        }
        CaseFormView view = capture.open(place.scope(), company.form());
        List<ItemAnswer> items = view.sections().stream()
                .flatMap(section -> section.items().stream())
                .map(ItemAnswer::of)
                .toList();
        CaseFormView.Header header = view.header();
        return new News(company.others(), begun, new FormMark(header.state().name(), header.revision()), items);
    }
}
