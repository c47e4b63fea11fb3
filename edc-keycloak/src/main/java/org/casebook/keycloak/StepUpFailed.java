package org.casebook.keycloak;

/** The password was not confirmed in a way that may be relied on. */
public final class StepUpFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was wrong; {@link #OTHER_PERSON} also ended that person's Keycloak session. */
    public enum Cause {
        /** Keycloak could not be reached or answered with an error of its own. */
        UNREACHABLE,
        /** The person went back without typing the password, or Keycloak refused it for good. */
        CANCELLED,
        /** State, nonce, signature, issuer or audience does not fit. */
        FORGED,
        /** Somebody else signed in at the password page. */
        OTHER_PERSON,
        /** The password was typed before the request, or too long ago. */
        STALE,
        /** This confirmation was used before. */
        USED,
        /** Keycloak did not reach the level asked for. */
        TOO_WEAK
    }

    private final Cause reason;

    StepUpFailed(Cause reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    StepUpFailed(Cause reason, Exception cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
