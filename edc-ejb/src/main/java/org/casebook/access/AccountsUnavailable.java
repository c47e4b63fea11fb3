package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.keycloak.KeycloakProblem;

/** Keycloak, which keeps all accounts, does not answer or does not let us in; nothing was changed. */
public class AccountsUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountsUnavailable(KeycloakProblem problem) {
        super(Kind.CONFLICT, Sentence.of("access", "unavailable", String.valueOf(problem.getMessage())));
        initCause(problem);
    }
}
