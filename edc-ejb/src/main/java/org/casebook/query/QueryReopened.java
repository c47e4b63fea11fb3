package org.casebook.query;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/** A query was asked again. */
public record QueryReopened(QueryView query) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(QueryTrail.line("query-reopened", query));
    }
}
