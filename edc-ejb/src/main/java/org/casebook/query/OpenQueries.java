package org.casebook.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Scope;

/** The queries that are not closed, for later rooms. */
@ApplicationScoped
public class OpenQueries {

    @Inject
    private Queries queries;

    /** Those of the place, oldest first, those on void forms too. */
    public List<QueryView> list(Scope scope) {
        return queries.list(scope, QueryFilter.UNSETTLED).stream()
                .map(Query::view)
                .toList();
    }

    /** Those on one participant's data. */
    public List<QueryView> ofSubject(Scope scope, String subject) {
        return queries.list(scope, QueryFilter.UNSETTLED.ofSubject(subject)).stream()
                .map(Query::view)
                .toList();
    }
}
