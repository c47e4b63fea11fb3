package org.casebook.capture;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * An edit check now stands against an item that it did not stand against before.
 *
 * @param place form, revision and item
 * @param checkOid OID of the check, or {@link ItemState#UNREADABLE} for text that cannot be read as the item's type
 * @param hard whether a query stays open until it is corrected; false: a warning
 * @param sentence what the person is told
 */
public record CheckFired(
        Scope scope, String subject, Change.Place place, String checkOid, boolean hard, String sentence)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "check-fired")
                .withSubject(subject)
                .withPlace(place)
                .withValues(null, checkOid)
                .withReason(sentence));
    }

    @Override
    public String origin() {
        return "rule";
    }
}
