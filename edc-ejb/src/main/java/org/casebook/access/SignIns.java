package org.casebook.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.casebook.audit.Incidents;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Change;
import org.casebook.kernel.Permission;

/** Tells the trail who came and went (EMA 2023 A4.11: access logs). */
@Stateless
public class SignIns {

    @Inject
    private Incidents incidents;

    /** The person of this request has just signed in to the pages. */
    @Allowed(Permission.USE)
    public void signedIn() {
        incidents.record(Change.of(null, "signed-in"));
    }

    /** The person of this request is signing out. */
    @Allowed(Permission.USE)
    public void signedOut() {
        incidents.record(Change.of(null, "signed-out"));
    }
}
