package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebook.access.TypedPassword;
import org.casebook.kernel.Scope;

/** Unblinds studies as if the password was just typed; that it was is tested in the browser. */
@ApplicationScoped
public class StudyUnblinder {
    @Inject
    private TypedPassword password;

    public String unblind(Scope study, String reason) {
        return password.carryOut("unblind-study", study, reason);
    }
}
