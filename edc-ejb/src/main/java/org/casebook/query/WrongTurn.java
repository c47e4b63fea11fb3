package org.casebook.query;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The query is not in a state in which this can be done; often somebody else was faster. */
public class WrongTurn extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String ROOM = "query";

    WrongTurn(long query, QueryState state, String wanted) {
        super(
                Kind.CONFLICT,
                Sentence.of(
                        ROOM,
                        "wrongTurn",
                        query,
                        Sentence.of(ROOM, "is." + state.name()),
                        Sentence.of(ROOM, "to." + wanted)));
    }
}
