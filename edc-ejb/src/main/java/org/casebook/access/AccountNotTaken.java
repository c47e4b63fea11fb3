package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.keycloak.KeycloakProblem;

/** The account name or e-mail address is in use, or Keycloak does not accept a value. */
public class AccountNotTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountNotTaken(KeycloakProblem problem) {
        super(
                Kind.CONFLICT,
                problem.reason() == KeycloakProblem.Cause.TAKEN
                        ? "The account name or the e-mail address is in use. Choose another; an old account name is never"
                                + " given to another person."
                        : "The login server did not accept the account: " + problem.getMessage()
                                + ". Correct it and try again.");
        initCause(problem);
    }
}
