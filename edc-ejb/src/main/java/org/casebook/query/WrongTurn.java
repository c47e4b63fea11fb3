package org.casebook.query;

import org.casebook.kernel.Refusal;

/** The query is not in a state in which this can be done; often somebody else was faster. */
public class WrongTurn extends Refusal {

    private static final long serialVersionUID = 1L;

    WrongTurn(long query, QueryState state, String wanted) {
        super(
                Kind.CONFLICT,
                "Query " + query + " is " + word(state) + " and cannot be " + wanted
                        + ". Somebody may have been faster: reload the list to see what was said.");
    }

    private static String word(QueryState state) {
        return switch (state) {
            case OPEN -> "open";
            case ANSWERED -> "answered";
            case CLOSED -> "closed";
        };
    }
}
