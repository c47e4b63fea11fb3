package org.casebook.query;

import java.util.List;

/**
 * Some of the queries that a filter finds.
 *
 * @param total how many it finds
 * @param lines those of the page, oldest first
 */
public record QueryPage(int total, List<QueryLine> lines) {

    public QueryPage {
        lines = List.copyOf(lines);
    }
}
