package org.casebook.web.deviation;

import static org.casebook.web.deviation.DeviationAsked.one;
import static org.casebook.web.deviation.DeviationAsked.said;

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
import java.util.Map;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.NewDeviation;
import org.casebook.deviation.Weight;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Csv;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** What the page of deviations sends, and its file. */
@Path("deviations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviationEntry {

    @Inject
    private DeviationDesk desk;

    @BeanParam
    private PlaceSent place;

    /** How much it matters, and why; no weight: to be judged anew. */
    public record Judgement(String weight, String reason) {}

    @GET
    @Path("csv")
    public Response csv(@BeanParam DeviationAsked asked) {
        return Download.of(DeviationCsv.of(desk.list(place.scope(), asked.filter())), Csv.TYPE, "deviations.csv")
                .build();
    }

    /**
     * Records one.
     *
     * @param fields {@code subject}, {@code visit}, {@code form}, {@code date}, {@code category}, {@code weight}, {@code
     *     description}
     */
    @POST
    public Done record(Map<String, String> fields) {
        return done(desk.record(place.scope(), deviation(fields)));
    }

    /** Tells one anew: fields as for {@link #record} without the participant, and {@code reason}. */
    @POST
    @Path("{id}/change")
    public Done change(@PathParam("id") long id, Map<String, String> fields) {
        return done(desk.change(place.scope(), id, deviation(fields), fields.get("reason")));
    }

    @POST
    @Path("{id}/weight")
    public Done weigh(@PathParam("id") long id, Judgement judged) {
        return done(desk.weigh(place.scope(), id, one(Weight.values(), judged.weight()), judged.reason()));
    }

    @POST
    @Path("{id}/void")
    public Done makeVoid(@PathParam("id") long id, Why why) {
        return done(desk.makeVoid(place.scope(), id, why.reason()));
    }

    @POST
    @Path("{id}/reinstating")
    public Done reinstate(@PathParam("id") long id, Why why) {
        return done(desk.reinstate(place.scope(), id, why.reason()));
    }

    private static NewDeviation deviation(Map<String, String> fields) {
        return new NewDeviation(
                said(fields.get("subject")),
                said(fields.get("visit")),
                said(fields.get("form")),
                DaySent.read(fields.get("date")),
                one(Category.values(), fields.get("category")),
                one(Weight.values(), fields.get("weight")),
                fields.get("description"));
    }

    private static Done done(DeviationView view) {
        String whose = view.subject() == null ? view.site() : view.subject();
        return new Done(Words.of("deviation", "doneSentence", whose));
    }
}
