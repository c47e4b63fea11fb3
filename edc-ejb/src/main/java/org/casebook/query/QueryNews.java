package org.casebook.query;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.casebook.blinding.Blinding;

/** Which queries came and went in this request, so that its answer can tell the person who caused it. */
@RequestScoped
public class QueryNews {

    @Inject
    private Blinding blinding;

    private final List<QueryView> opened = new ArrayList<>();
    private final List<QueryView> closed = new ArrayList<>();

    void hear(@Observes QueryOpened fact) {
        note(opened, fact.query());
    }

    void hear(@Observes QueryClosed fact) {
        note(closed, fact.query());
    }

    private void note(List<QueryView> news, QueryView query) {
        QueryPlace place = query.place();
        if (!blinding.seenBy(place.scope()).hides(place.form(), place.item(), query.check())) {
            news.add(query);
        }
    }

    /** Opened in this request, in order. */
    public List<QueryView> opened() {
        return List.copyOf(opened);
    }

    /** Closed in this request, in order. */
    public List<QueryView> closed() {
        return List.copyOf(closed);
    }
}
