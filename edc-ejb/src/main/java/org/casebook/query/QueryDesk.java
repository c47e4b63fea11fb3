package org.casebook.query;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** Raising, answering, closing and reopening questions on data. */
@Stateless
public class QueryDesk {

    @Inject
    private Queries queries;

    @Inject
    private QueriedForms forms;

    @Inject
    private QueryRequests requests;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Asks the site about an item or a form.
     *
     * @param item OID of the item; null: about the form as a whole
     * @param question 1 to 2000 characters
     */
    @Allowed(Permission.RAISE_QUERY)
    public QueryView raise(Scope scope, long formId, String item, String question) {
        QueryPlace place = forms.place(scope, formId, item);
        Query query = new Query(place, null, question, author(place.scope()), clock.instant());
        queries.add(query);
        QueryView view = query.view();
        facts.fire(new QueryOpened(view, null));
        return view;
    }

    /**
     * As {@link #raise}; sent again under the same key it asks nothing and tells the query that it raised.
     *
     * @param key chosen by the sender, 1 to 64 characters, unique for this request; null: each request is new
     * @throws org.casebook.capture.KeyWasUsed when the key came with something else, or from somebody else
     */
    @Allowed(Permission.RAISE_QUERY)
    public QueryView raiseOnce(Scope scope, long formId, String item, String question, String key) {
        return once(scope, key, "RAISE " + formId + " " + item, () -> raise(scope, formId, item, question));
    }

    /** Answers an open query; the data are corrected on the form, not here. */
    @Allowed(Permission.ANSWER_QUERY)
    public QueryView answer(Scope scope, long id, String answer) {
        Query query = queries.get(scope, id);
        query.answer(answer, author(query.place().scope()), clock.instant());
        QueryView view = query.view();
        facts.fire(new QueryAnswered(view));
        return view;
    }

    /**
     * As {@link #answer}; sent again under the same key it says nothing and tells how the query stands.
     *
     * @param key chosen by the sender, 1 to 64 characters, unique for this request; null: each request is new
     * @throws org.casebook.capture.KeyWasUsed when the key came with something else, or from somebody else
     */
    @Allowed(Permission.ANSWER_QUERY)
    public QueryView answerOnce(Scope scope, long id, String answer, String key) {
        return once(scope, key, "ANSWER " + id, () -> answer(scope, id, answer));
    }

    /**
     * Settles a query, answered or not.
     *
     * @param why what settled it
     */
    @Allowed(Permission.CLOSE_QUERY)
    public QueryView close(Scope scope, long id, String why) {
        Query query = queries.get(scope, id);
        query.close(why, author(query.place().scope()), clock.instant());
        QueryView view = query.view();
        facts.fire(new QueryClosed(view, null));
        return view;
    }

    /** Asks again, when the answer does not settle it or it was closed too early. */
    @Allowed(Permission.RAISE_QUERY)
    public QueryView reopen(Scope scope, long id, String why) {
        Query query = queries.get(scope, id);
        forms.place(scope, query.place().formId(), query.place().item());
        query.reopen(why, author(query.place().scope()), clock.instant());
        QueryView view = query.view();
        facts.fire(new QueryReopened(view));
        return view;
    }

    /** Queries of the place, oldest first; those on void forms too, so that nothing open is out of reach. */
    @Allowed(Permission.VIEW_DATA)
    public List<QueryView> list(Scope scope, QueryFilter filter) {
        return queries.list(scope, filter).stream().map(Query::view).toList();
    }

    /**
     * Some of them, with the names of what is asked about and what stands there now.
     *
     * @param first how many to pass over, 0 or more
     * @param size how many at most, at least 1
     */
    @Allowed(Permission.VIEW_DATA)
    public QueryPage page(Scope scope, QueryFilter filter, int first, int size) {
        List<QueryView> all = list(scope, filter);
        List<QueryView> some = all.stream().skip(first).limit(size).toList();
        return new QueryPage(all.size(), forms.describe(scope, some));
    }

    private QueryView once(Scope scope, String key, String act, Supplier<QueryView> saying) {
        if (key == null) {
            return saying.get();
        }
        QueryRequests.Request request =
                new QueryRequests.Request(scope.study(), key, actor.get().id(), act);
        OptionalLong before = requests.begin(request);
        if (before.isPresent()) {
            return queries.get(scope, before.getAsLong()).view();
        }
        QueryView said = saying.get();
        requests.remember(request, said.id());
        return said;
    }

    private Author author(Scope place) {
        return Author.of(actor.get(), place);
    }
}
