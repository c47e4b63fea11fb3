package org.casebook.query;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/** The site answered a query. */
public record QueryAnswered(QueryView query) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(QueryTrail.line("query-answered", query));
    }
}
