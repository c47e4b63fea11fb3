package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.casebook.access.ConfirmedActs;
import org.casebook.kernel.Scope;

/** Unblinds studies as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class StudyUnblinder {
    @Inject
    private ConfirmedActs acts;

    @Transactional
    public String unblind(Scope study, String reason) {
        return acts.carryOut("unblind-study", study, reason, Instant.now());
    }
}
