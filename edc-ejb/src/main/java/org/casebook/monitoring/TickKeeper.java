package org.casebook.monitoring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebook.capture.ItemChanged;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;

/** Takes the tick from an item that changed, and from that item only. */
@Dependent
public class TickKeeper {

    @Inject
    private Verifications verifications;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    void itemChanged(@Observes ItemChanged change) {
        Change.Place place = change.place();
        verifications.find(change.scope(), place.formId(), place.item()).ifPresent(tick -> {
            tick.lose(clock.instant());
            facts.fire(new VerificationLost(
                    change.scope(),
                    change.subject(),
                    new Change.Place(place.formId(), null, place.event(), place.form(), place.item()),
                    "The item changed after it was verified."));
        });
    }
}
