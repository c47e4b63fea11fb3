package org.casebook.query;

import java.util.Locale;
import org.casebook.kernel.Change;

/** How an act on a query reads in the audit trail. */
final class QueryTrail {

    private QueryTrail() {}

    /** The new state as value, what was said as reason; a query's form does not change, so no form revision. */
    static Change line(String action, QueryView query) {
        QueryView.Message last = query.getLast();
        String state = query.state().name().toLowerCase(Locale.ROOT);
        QueryPlace place = query.place();
        return Change.of(place.scope(), action)
                .withSubject(place.subject())
                .withPlace(place.place(null))
                .withValues(null, "query " + query.id() + " " + state + by(query))
                .withReason(last.text());
    }

    private static String by(QueryView query) {
        return query.isSystem() ? " (check " + query.check() + ")" : "";
    }
}
