package org.casebook.keycloak;

/** Keycloak could not do what was asked; nothing was changed by the call that failed. */
public final class KeycloakProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of no. */
    public enum Cause {
        /** No answer, an error of the server, or the service account is not let in. */
        UNREACHABLE,
        /** Account name or e-mail address is taken. */
        TAKEN,
        /** Keycloak did not accept a value; the message says which. */
        NOT_ACCEPTED,
        /** There is no such account. */
        UNKNOWN_ACCOUNT
    }

    private final Cause reason;

    KeycloakProblem(Cause reason, String detail, Exception cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
