package org.casebook.unblinding;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A participant's treatment was made known to its own site, as planned. Told to everybody: it happens in every arm, and tells
 * none.
 *
 * @param event OID of the visit after which it is planned
 * @param reason why without that visit; null where it took place
 */
public record SubjectUnblinded(Scope scope, String subject, String event, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-unblinded")
                .withSubject(subject)
                .withPlace(new Change.Place(null, null, event, null, null))
                .withReason(reason));
    }
}
