package org.casebook.access;

import org.casebook.keycloak.StepUpFailed;

/** Somebody else signed in at the first person's password page; the application's session must end too. */
public class OtherPersonSignedIn extends PasswordNotConfirmed {

    private static final long serialVersionUID = 1L;

    OtherPersonSignedIn() {
        super(StepUpFailed.Cause.OTHER_PERSON);
    }
}
