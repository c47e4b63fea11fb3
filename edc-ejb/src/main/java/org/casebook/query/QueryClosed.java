package org.casebook.query;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/** A query was settled. */
public record QueryClosed(QueryView query) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(QueryTrail.line("query-closed", query));
    }
}
