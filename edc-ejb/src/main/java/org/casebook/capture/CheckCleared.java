package org.casebook.capture;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * An edit check that stood against an item no longer does.
 *
 * @param place form, revision and item
 * @param checkOid OID of the check, or {@link ItemState#UNREADABLE} for text that cannot be read as the item's type
 * @param why what answered it, where it is not satisfied: a reason why the item, or the form, was left blank; else null
 */
public record CheckCleared(Scope scope, String subject, Change.Place place, String checkOid, String why)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "check-cleared")
                .withSubject(subject)
                .withPlace(place)
                .withValues(checkOid, null)
                .withReason(why));
    }

    @Override
    public String origin() {
        return "rule";
    }
}
