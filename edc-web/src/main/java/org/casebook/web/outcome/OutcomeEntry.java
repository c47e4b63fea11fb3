package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.outcome.Outcomes;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Csv;

/** The figures of the outcome pages as files. */
@Path("outcomes")
@RequestScoped
public class OutcomeEntry {

    @Inject
    private Outcomes outcomes;

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

    private static Response file(String name, String content) {
        return Response.ok(content, Csv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
