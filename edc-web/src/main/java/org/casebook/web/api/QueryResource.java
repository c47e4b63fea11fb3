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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Queries on data. */
@Path("v1/studies/{study}/queries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Queries")
public class QueryResource {

    @Inject
    private QueryDesk desk;

    @BeanParam
    private PlaceParams place;

    /**
     * A question to the site.
     *
     * @param item item OID; left out: about the form as a whole
     */
    public record Question(long formId, String item, String text) {}

    /**
     * A query.
     *
     * @param check OID of the check that opened it; null when a person did
     */
    public record QueryAnswer(
            long id,
            String site,
            String subject,
            long formId,
            String event,
            String form,
            String item,
            String check,
            String state,
            String text,
            String openedBy,
            Instant openedAt,
            List<QueryView.Message> messages) {

        static QueryAnswer of(QueryView query) {
            return new QueryAnswer(
                    query.id(),
                    query.place().scope().site(),
                    query.place().subject(),
                    query.place().formId(),
                    query.place().event(),
                    query.place().form(),
                    query.place().item(),
                    query.check(),
                    query.state().name(),
                    query.text(),
                    query.openedBy(),
                    query.openedAt(),
                    query.messages());
        }
    }

    @GET
    @Operation(summary = "Queries, oldest first; those not closed unless all are wanted")
    public List<QueryAnswer> list(@QueryParam("subject") String subject, @QueryParam("all") boolean all) {
        QueryFilter filter = all ? QueryFilter.ALL : QueryFilter.UNSETTLED;
        return desk.list(place.scope(), filter.ofSubject(subject)).stream()
                .map(QueryAnswer::of)
                .toList();
    }

    @POST
    @Operation(summary = "Ask the site about an item or a form")
    public Response raise(Question question) {
        QueryView raised = desk.raise(place.scope(), question.formId(), question.item(), question.text());
        return Response.status(Response.Status.CREATED)
                .entity(QueryAnswer.of(raised))
                .build();
    }

    @POST
    @Path("{id}/answer")
    @Operation(summary = "Answer an open query; data are corrected on the form")
    public QueryAnswer answer(@PathParam("id") long id, Sent.Words words) {
        return QueryAnswer.of(desk.answer(place.scope(), id, words.text()));
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Settle a query, answered or not")
    public QueryAnswer close(@PathParam("id") long id, Sent.Words words) {
        return QueryAnswer.of(desk.close(place.scope(), id, words.text()));
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Ask again")
    public QueryAnswer reopen(@PathParam("id") long id, Sent.Words words) {
        return QueryAnswer.of(desk.reopen(place.scope(), id, words.text()));
    }
}
