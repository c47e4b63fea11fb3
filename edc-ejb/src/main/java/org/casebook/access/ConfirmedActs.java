package org.casebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebook.audit.Incidents;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;

/** What people do by typing the password again. Not a boundary: whoever calls holds the proof that it was typed. */
@ApplicationScoped
public class ConfirmedActs {

    @Inject
    @Any
    private Instance<ConfirmedAct> acts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Incidents incidents;

    /** @throws IllegalArgumentException when no room carries out such an act */
    void require(String purpose) {
        act(purpose);
    }

    /**
     * Carries out what was asked for, if the person still has the right to it: it may have been taken since the password was
     * asked for.
     *
     * @return page to show now, a local path
     * @throws NotAllowed when the right is gone; that is noted
     */
    public String carryOut(String purpose, Scope place, String payload, Instant authenticatedAt) {
        ConfirmedAct act = act(purpose);
        if (!actor.get().may(act.right(), place)) {
            NotAllowed refusal = new NotAllowed(act.right(), place);
            incidents.record(
                    Change.of(place, "step-up-failed").withValues(null, purpose).withReason(refusal.getMessage()));
            throw refusal;
        }
        return act.carryOut(place, payload, authenticatedAt);
    }

    private ConfirmedAct act(String purpose) {
        return acts.stream()
                .filter(act -> act.purpose().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no room carries out " + purpose));
    }
}
