package org.casebook.query;

import org.casebook.kernel.Permission;

/** Where a query stands, and whose turn it is. */
public enum QueryState {
    /** The site is to answer. */
    OPEN(Permission.ANSWER_QUERY),
    /** The site has answered; whoever may close queries judges the answer. */
    ANSWERED(Permission.CLOSE_QUERY),
    CLOSED(null);

    private final Permission next;

    QueryState(Permission next) {
        this.next = next;
    }

    /** Whether somebody with this permission has the next move. */
    public boolean waitsFor(Permission permission) {
        return next != null && next == permission;
    }
}
