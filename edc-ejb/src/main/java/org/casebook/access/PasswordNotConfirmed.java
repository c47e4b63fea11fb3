package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.keycloak.StepUpFailed;

/** The password was not typed again in a way that may be relied on; nothing was done. */
public class PasswordNotConfirmed extends Refusal {

    private static final long serialVersionUID = 1L;

    PasswordNotConfirmed(StepUpFailed.Cause cause) {
        super(cause == StepUpFailed.Cause.OTHER_PERSON ? Kind.NOT_ALLOWED : Kind.CONFLICT, sentence(cause));
    }

    private static String sentence(StepUpFailed.Cause cause) {
        return switch (cause) {
            case UNREACHABLE ->
                "The login server does not answer, so your password cannot be checked. Nothing was"
                        + " done; try again in a moment.";
            case CANCELLED ->
                "You came back without typing your password. Nothing was done; start again when you are" + " ready.";
            case OTHER_PERSON ->
                "Another person signed in at the password page. Nothing was done and both sessions"
                        + " were ended; sign in again as yourself.";
            case STALE -> "The password was not typed just now. Nothing was done; start again.";
            case USED -> "This confirmation was used before. Nothing was done; start again.";
            case FORGED, TOO_WEAK ->
                "The answer of the login server could not be relied on. Nothing was done; start"
                        + " again, and tell an administrator when it happens twice.";
        };
    }
}
