package org.casebook.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;

/** Delegations for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Duties {

    @Inject
    private Delegations delegations;

    @Inject
    private SiteRegister sites;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    /**
     * Refuses when the site keeps its log here and the person who acts is not delegated, approved and trained for this today.
     *
     * @param place one site
     * @throws NotDelegated saying what is missing
     */
    public void require(Scope place, Duty duty) {
        policy(place).against(actor.get().username(), duty).ifPresent(why -> {
            throw new NotDelegated(why);
        });
    }

    DutyPolicy policy(Scope place) {
        return new DutyPolicy(delegations.list(place), today(place));
    }

    LocalDate today(Scope place) {
        return clock.today(sites.zone(place));
    }
}
