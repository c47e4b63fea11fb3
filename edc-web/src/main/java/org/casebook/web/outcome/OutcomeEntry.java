package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.NotFound;
import org.casebook.outcome.LimitDesk;
import org.casebook.outcome.Outcomes;
import org.casebook.report.Reports;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Csv;
import org.casebook.web.shell.Download;

/** The figures of the outcome pages as files. */
@Path("outcomes")
@RequestScoped
public class OutcomeEntry {

    @Inject
    private Outcomes outcomes;

    @Inject
    private LimitDesk desk;

    @Inject
    private Reports reports;

    @BeanParam
    private PlaceSent place;

    @GET
    @Path("responses.csv")
    public Response responses(@QueryParam("response") String response, @QueryParam("limit") List<String> limits) {
        return file(
                "responses",
                OutcomeCsv.of(
                        outcomes.responses(place.scope(), response, Numbers.limits(limits.toArray(String[]::new)))));
    }

    @GET
    @Path("changes.csv")
    public Response changes(@QueryParam("item") String item) {
        return file("changes", OutcomeCsv.of(outcomes.changes(place.scope(), item)));
    }

    @GET
    @Path("conduct.csv")
    public Response conduct() {
        return file("conduct", OutcomeCsv.of(outcomes.conduct(place.scope())));
    }

    @GET
    @Path("recruitment.csv")
    public Response recruitment() {
        return file("recruitment", OutcomeCsv.of(reports.recruitment(place.scope())));
    }

    /**
     * Sets a limit of the study.
     *
     * @param fields {@code response}, {@code rule} from 0, {@code amount} (empty: the file's again), {@code source}, {@code reason}
     */
    @POST
    @Path("limits")
    @Consumes(MediaType.APPLICATION_JSON)
    public void limit(Map<String, String> fields) {
        String rule = fields.getOrDefault("rule", "");
        if (!rule.matches("\\d{1,3}")) {
            throw new NotFound("rule", rule, place.scope());
        }
        desk.set(
                place.scope(),
                new LimitDesk.Wanted(
                        fields.get("response"),
                        Integer.parseInt(rule),
                        Numbers.limits(fields.get("amount")).get(0),
                        fields.get("source"),
                        fields.get("reason")));
    }

    private static Response file(String name, String content) {
        return Download.of(content, Csv.TYPE, name + ".csv").build();
    }
}
