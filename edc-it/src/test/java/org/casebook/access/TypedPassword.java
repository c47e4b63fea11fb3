package org.casebook.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebook.kernel.Scope;

/**
 * Carries out confirmed acts as if the password was just typed, from within the module of the rooms, as {@link StepUps} does:
 * a repository that is first met from another module does not find the persistence unit. In the EAR of the tests alone.
 */
@Stateless
public class TypedPassword {
    @Inject
    private ConfirmedActs acts;

    /** @return page to show now, as {@link ConfirmedActs#carryOut} */
    public String carryOut(String purpose, Scope place, String payload) {
        return acts.carryOut(purpose, place, payload, Instant.now());
    }
}
