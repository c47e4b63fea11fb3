package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/**
 * Puts on treatment whom the forms say was treated, and back when they say so no more; what people decided stays. Not a boundary:
 * whoever calls has passed a door.
 */
@ApplicationScoped
public class Treated {

    @Inject
    private StandingSteps steps;

    @Inject
    private Participants participants;

    @Inject
    private Event<Fact> facts;

    /**
     * Records when treatment was first given.
     *
     * @param date at the site; null: none is recorded (any more)
     */
    public void on(Scope scope, String subject, LocalDate date) {
        Participant before = participants.hold(scope, subject);
        Scope place = before.scope();
        Participant after = participants.treated(
                place,
                subject,
                date,
                steps.list(place, subject).stream()
                        .filter(StandingStep::holds)
                        .map(StandingStep::toStep)
                        .toList());
        if (before.status() != after.status()) {
            facts.fire(new TreatmentTold(place, subject, before.status(), after.status(), date));
        }
    }
}
