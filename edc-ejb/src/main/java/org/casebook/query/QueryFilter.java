package org.casebook.query;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which queries are wanted; study and site are the scope's.
 *
 * @param states the states wanted; never empty
 * @param subject only this participant's; null: everybody's
 * @param formId only this form's; null: every form's
 * @param olderThan only queries opened at least so long ago; null: of any age
 */
public record QueryFilter(Set<QueryState> states, String subject, Long formId, Duration olderThan) {

    /** What is not closed. */
    public static final QueryFilter UNSETTLED =
            new QueryFilter(EnumSet.of(QueryState.OPEN, QueryState.ANSWERED), null, null, null);

    /** All of them, closed ones too. */
    public static final QueryFilter ALL = new QueryFilter(EnumSet.allOf(QueryState.class), null, null, null);

    public QueryFilter {
        states = states.isEmpty() ? Set.copyOf(EnumSet.allOf(QueryState.class)) : Set.copyOf(states);
    }

    public QueryFilter ofSubject(String key) {
        return new QueryFilter(states, key, formId, olderThan);
    }

    public QueryFilter ofForm(long form) {
        return new QueryFilter(states, subject, form, olderThan);
    }

    public QueryFilter in(Set<QueryState> wanted) {
        return new QueryFilter(wanted, subject, formId, olderThan);
    }

    public QueryFilter olderThan(Duration age) {
        return new QueryFilter(states, subject, formId, age);
    }
}
