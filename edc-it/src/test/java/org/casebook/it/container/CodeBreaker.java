package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.casebook.access.TypedPassword;
import org.casebook.kernel.Scope;

/** Breaks codes as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class CodeBreaker {
    @Inject
    private TypedPassword password;

    /** @return the code break's id */
    public long broken(Scope site, String subject, String reason, boolean adverseEvent) {
        String payload = Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .add("adverseEvent", adverseEvent)
                .build()
                .toString();
        String address = password.carryOut("break-code", site, payload);
        return Long.parseLong(address.substring(address.indexOf("&break=") + "&break=".length()));
    }
}
