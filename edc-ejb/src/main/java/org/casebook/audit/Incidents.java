package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.RequestClock;

/**
 * Entries that must outlive a refusal: denied tries, sign-ins, failed signings. Each is written in a
 * transaction of its own.
 */
@ApplicationScoped
public class Incidents {

    @Inject
    private AuditEntries entries;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(Change change) {
        entries.append(new AuditEntry(change, actor.get(), clock.instant(), actor.request()));
    }
}
