package org.casebook.monitoring;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * An item lost its tick.
 *
 * @param place the form and item, without form revision
 * @param why what took it: the item changed, or a monitor took it back
 */
public record VerificationLost(Scope scope, String subject, Change.Place place, String why) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "verification-lost")
                .withSubject(subject)
                .withPlace(place)
                .withValues("verified", null)
                .withReason(why));
    }
}
