package org.casebook.web.query;

import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;

/** What a person may do with a query now, by the permissions of the doors; the doors are the lock. */
record QueryMoves(boolean answerable, boolean closable, boolean reopenable) {

    static QueryMoves of(QueryView query, Actor actor) {
        Scope place = query.place().scope();
        QueryState state = query.state();
        return new QueryMoves(
                state == QueryState.OPEN && actor.may(Permission.ANSWER_QUERY, place),
                state != QueryState.CLOSED && actor.may(Permission.CLOSE_QUERY, place),
                state != QueryState.OPEN && actor.may(Permission.RAISE_QUERY, place));
    }
}
