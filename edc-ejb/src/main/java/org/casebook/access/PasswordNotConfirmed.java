package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.keycloak.StepUpFailed;

/** The password was not typed again in a way that may be relied on; nothing was done. */
public class PasswordNotConfirmed extends Refusal {

    private static final long serialVersionUID = 1L;

    PasswordNotConfirmed(StepUpFailed.Cause cause) {
        super(
                cause == StepUpFailed.Cause.OTHER_PERSON ? Kind.NOT_ALLOWED : Kind.CONFLICT,
                Sentence.of("access", "password." + cause));
    }
}
