package org.casebook.query;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/**
 * A question was asked on data, by a person or by a check.
 *
 * @param origin {@code rule} when a check asked; null for a person
 */
public record QueryOpened(QueryView query, String origin) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(QueryTrail.line("query-opened", query));
    }
}
