package org.casebook.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Denied;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RefusedTry;
import org.casebook.kernel.RequestClock;

/** The one writer: whatever is told as a fact becomes entries, in the transaction that told it. */
@Dependent
public class AuditWriter {

    @Inject
    private AuditEntries entries;

    @Inject
    private Incidents incidents;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    void write(@Observes Fact fact) {
        Actor who = fact.origin() == null ? actor.get() : actor.get().by(fact.origin());
        for (Change change : fact.changes()) {
            entries.append(new AuditEntry(change, who, clock.instant(), actor.request()));
        }
    }

    void write(@Observes Denied denied) {
        incidents.record(Change.of(denied.scope(), "access-denied")
                .withValues(null, denied.permission().name())
                .withReason(denied.door()));
    }

    void write(@Observes RefusedTry refused) {
        incidents.record(Change.of(refused.scope(), "change-refused")
                .withPlace(new Change.Place(null, null, refused.event(), null, null))
                .withValues(null, refused.code())
                .withReason(refused.route()));
    }
}
