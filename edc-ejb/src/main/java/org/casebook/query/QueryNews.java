package org.casebook.query;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Which queries came and went in this request, so that its answer can tell the person who caused it. */
@RequestScoped
public class QueryNews {

    private final List<QueryView> opened = new ArrayList<>();
    private final List<QueryView> closed = new ArrayList<>();

    void hear(@Observes QueryOpened fact) {
        opened.add(fact.query());
    }

    void hear(@Observes QueryClosed fact) {
        closed.add(fact.query());
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
