package org.casebook.web.duplicate;

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
import java.util.List;
import org.casebook.duplicate.DuplicateDesk;
import org.casebook.duplicate.DuplicateView;
import org.casebook.study.StudyDesign;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Csv;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** What notes and list of possible duplicates ask and send. */
@Path("duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DuplicateEntry {

    private static final String HEAD =
            "site,subject,other_site,other_subject,state,noticed_at,decided_by,decided_at,reason";

    @Inject
    private DuplicateDesk desk;

    @Inject
    private StudyDesign design;

    @BeanParam
    private PlaceSent place;

    /** How somebody knows. */
    public record Why(String reason) {}

    /** What was done, as a sentence. */
    public record Done(String sentence) {}

    /**
     * What a form says while it is filled.
     *
     * @param opening what the way to the other one is called; null where it is at another site
     */
    public record Told(String text, String opening, String href) {}

    @GET
    @Path("csv")
    public Response csv() {
        String csv = Csv.of(HEAD, desk.list(place.scope(), null).stream().map(DuplicateEntry::line));
        return Download.of(csv, Csv.TYPE, "possible-duplicates.csv").build();
    }

    private static String line(DuplicateView view) {
        DuplicateView.Person other = view.elsewhere() ? new DuplicateView.Person(null, null) : view.other();
        DuplicateView.Decision said =
                view.decision() == null ? new DuplicateView.Decision(null, null, null) : view.decision();
        return Csv.line(
                view.person().site(),
                view.person().subject(),
                other.site(),
                other.subject(),
                view.state(),
                view.noticedAt(),
                said.by(),
                said.at(),
                said.reason());
    }

    /** Who looks like a participant and is still to be heeded. */
    @GET
    @Path("of/{subject}")
    public List<Told> of(@PathParam("subject") String subject) {
        List<DuplicateView> all = desk.of(place.scope(), subject);
        String traits = new TraitWords(design.definition(place.scope())).questions();
        return all.stream()
                .map(view -> new DuplicateLine(view, traits, place.scope().study()))
                .filter(DuplicateLine::isWarning)
                .map(line -> new Told(
                        line.text(), line.isHere() ? line.opening() : null, line.isHere() ? line.otherHref() : null))
                .toList();
    }

    @POST
    @Path("{id}/same")
    public Done same(@PathParam("id") long id, Why why) {
        desk.decide(place.scope(), id, true, why.reason());
        return new Done(Words.of("duplicate", "doneSame"));
    }

    @POST
    @Path("{id}/different")
    public Done different(@PathParam("id") long id, Why why) {
        desk.decide(place.scope(), id, false, why.reason());
        return new Done(Words.of("duplicate", "doneDifferent"));
    }
}
