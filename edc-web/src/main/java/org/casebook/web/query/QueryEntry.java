package org.casebook.web.query;

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
import java.time.Instant;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryView;
import org.casebook.web.entry.PlaceSent;

/** Raising, answering, closing and reopening queries from a page. */
@Path("/queries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QueryEntry {

    @Inject
    private QueryDesk desk;

    @Inject
    private CurrentActor actor;

    @BeanParam
    private PlaceSent place;

    /** A question; without item it is about the form as a whole. The same key asks once; null: each request is new. */
    public record Asked(Long form, String item, String text, String key) {}

    /** What is said; dialogs send it as the reason. The same key says it once; null: each request is new. */
    public record Said(String text, String reason, String key) {

        String words() {
            return text == null ? reason : text;
        }
    }

    /** The queries of one form. */
    public record Queries(List<QueryAnswer> queries) {}

    /** One query as the form page draws it, and what this person may do with it. */
    public record QueryAnswer(
            long id,
            String item,
            String state,
            String text,
            String check,
            String by,
            Instant at,
            List<Line> messages,
            boolean answerable,
            boolean closable,
            boolean reopenable) {

        /** One thing said. */
        public record Line(String by, Instant at, String text) {}

        static QueryAnswer of(QueryView query, Actor actor) {
            QueryMoves moves = QueryMoves.of(query, actor);
            return new QueryAnswer(
                    query.id(),
                    query.place().item(),
                    query.state().name(),
                    query.text(),
                    query.check(),
                    SaidWords.by(query.messages().get(0), "check"),
                    query.openedAt(),
                    query.messages().stream()
                            .map(message ->
                                    new Line(SaidWords.by(message, "check"), message.at(), SaidWords.text(message)))
                            .toList(),
                    moves.answerable(),
                    moves.closable(),
                    moves.reopenable());
        }
    }

    @GET
    public Queries ofForm(@QueryParam("form") Long form) {
        if (form == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoForm"));
        }
        Actor person = actor.get();
        // with what checks asked in the reader's words
        return new Queries(desk.page(place.scope(), QueryFilter.ALL.ofForm(form), 0, Integer.MAX_VALUE).lines().stream()
                .map(line -> QueryAnswer.of(line.query(), person))
                .toList());
    }

    @POST
    public QueryAnswer raise(Asked asked) {
        if (asked == null || asked.form() == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoForm"));
        }
        return answer(desk.raiseOnce(place.scope(), asked.form(), asked.item(), asked.text(), asked.key()));
    }

    @POST
    @Path("{query}/answer")
    public QueryAnswer answer(@PathParam("query") long query, Said said) {
        return answer(desk.answerOnce(place.scope(), query, words(said), said == null ? null : said.key()));
    }

    @POST
    @Path("{query}/close")
    public QueryAnswer close(@PathParam("query") long query, Said said) {
        return answer(desk.close(place.scope(), query, words(said)));
    }

    @POST
    @Path("{query}/reopen")
    public QueryAnswer reopen(@PathParam("query") long query, Said said) {
        return answer(desk.reopen(place.scope(), query, words(said)));
    }

    private QueryAnswer answer(QueryView query) {
        return QueryAnswer.of(query, actor.get());
    }

    private static String words(Said said) {
        return said == null ? null : said.words();
    }
}
