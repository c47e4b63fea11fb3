package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.keycloak.KeycloakProblem;

/** Keycloak, which keeps all accounts, does not answer or does not let us in; nothing was changed. */
public class AccountsUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountsUnavailable(KeycloakProblem problem) {
        super(
                Kind.CONFLICT,
                "The login server cannot be reached, so accounts can be neither shown nor changed. Nothing was done;"
                        + " try again in a moment. (" + problem.getMessage() + ")");
        initCause(problem);
    }
}
