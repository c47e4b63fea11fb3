package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.casebook.access.TypedPassword;
import org.casebook.kernel.Scope;

/** Makes treatments known as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class Unblinder {
    @Inject
    private TypedPassword password;

    public String unblind(Scope site, String subject, String reason) {
        String payload = Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .build()
                .toString();
        return password.carryOut("unblind-subject", site, payload);
    }
}
