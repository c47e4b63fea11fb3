package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.casebook.outcome.ChangeTable;
import org.casebook.outcome.Conduct;
import org.casebook.outcome.OutcomeChoices;
import org.casebook.outcome.Outcomes;
import org.casebook.outcome.ResponseTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came of it, of all participants of a place together. */
@Path("v1/studies/{study}/outcomes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outcomes")
public class OutcomeResource {

    @Inject
    private Outcomes outcomes;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "Responses and scores that can be looked at")
    public OutcomeChoices choices() {
        return outcomes.choices(place.scope());
    }

    @GET
    @Path("responses/{response}")
    @Operation(
            summary = "Who responded at which visit; limit, once for each rule in order, tries others than the study's")
    public ResponseTable responses(
            @PathParam("response") String response, @QueryParam("limit") List<BigDecimal> limits) {
        return outcomes.responses(place.scope(), response, limits);
    }

    @GET
    @Path("changes/{item}")
    @Operation(summary = "Change of one score from baseline: means with 95 % intervals, and each participant's values")
    public ChangeTable changes(@PathParam("item") String item) {
        return outcomes.changes(place.scope(), item);
    }

    @GET
    @Path("conduct")
    @Operation(summary = "How complete visits are and how soon they are entered, by site")
    public Conduct conduct() {
        return outcomes.conduct(place.scope());
    }
}
