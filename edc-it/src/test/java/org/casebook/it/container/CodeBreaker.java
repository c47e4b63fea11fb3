package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.casebook.access.ConfirmedActs;
import org.casebook.kernel.Scope;

/** Breaks codes as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class CodeBreaker {
    @Inject
    private ConfirmedActs acts;

    /** @return the code break's id */
    @Transactional
    public long broken(Scope site, String subject, String reason, boolean adverseEvent) {
        String payload = Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .add("adverseEvent", adverseEvent)
                .build()
                .toString();
        String address = acts.carryOut("break-code", site, payload, Instant.now());
        return Long.parseLong(address.substring(address.indexOf("&break=") + "&break=".length()));
    }
}
