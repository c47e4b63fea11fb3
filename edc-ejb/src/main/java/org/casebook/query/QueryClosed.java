package org.casebook.query;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/**
 * A query was settled.
 *
 * @param origin {@code rule} when its check cleared; null for a person
 */
public record QueryClosed(QueryView query, String origin) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(QueryTrail.line("query-closed", query));
    }
}
