package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.casebook.access.ConfirmedActs;
import org.casebook.kernel.Scope;

/** Makes treatments known as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class Unblinder {
    @Inject
    private ConfirmedActs acts;

    @Transactional
    public String unblind(Scope site, String subject, String reason) {
        String payload = Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .build()
                .toString();
        return acts.carryOut("unblind-subject", site, payload, Instant.now());
    }
}
