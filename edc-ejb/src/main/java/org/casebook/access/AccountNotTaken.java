package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.keycloak.KeycloakProblem;

/** The account name or e-mail address is in use, or Keycloak does not accept a value. */
public class AccountNotTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountNotTaken(KeycloakProblem problem) {
        super(
                Kind.CONFLICT,
                problem.reason() == KeycloakProblem.Cause.TAKEN
                        ? Sentence.of("access", "taken")
                        : Sentence.of("access", "notAccepted", String.valueOf(problem.getMessage())));
        initCause(problem);
    }
}
