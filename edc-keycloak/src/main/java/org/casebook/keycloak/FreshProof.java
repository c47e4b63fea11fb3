package org.casebook.keycloak;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Duration;
import java.time.Instant;
import org.casebook.keycloak.StepUpFailed.Cause;

/**
 * Judges the claims of a validated identity token: same person, password typed after the request, just now, not used
 * before, at the level for signing.
 *
 * <p>21 CFR 11.200(a)(1)(i), 11.200(a)(2): a signature outside one continuous session takes all components and is used
 * only by its genuine owner. Keycloak tells times in whole seconds, hence the comparisons in seconds.
 */
final class FreshProof {
    static final String LEVEL = "signature";
    static final Duration LONGEST_AGE = Duration.ofMinutes(5);

    private final Instant askedAt;
    private final Instant lastUsed;
    private final Instant now;

    /** @param lastUsed time of the last confirmation that was used by this person; null when there was none */
    FreshProof(Instant askedAt, Instant lastUsed, Instant now) {
        this.askedAt = askedAt;
        this.lastUsed = lastUsed;
        this.now = now;
    }

    Proof judge(IDTokenClaimsSet claims, String person) {
        String subject = claims.getSubject().getValue();
        if (!subject.equals(person)) {
            throw new StepUpFailed(Cause.OTHER_PERSON, claims.getStringClaim("preferred_username"));
        }
        if (claims.getACR() == null || !LEVEL.equals(claims.getACR().getValue())) {
            throw new StepUpFailed(Cause.TOO_WEAK, "acr is " + claims.getACR());
        }
        if (claims.getAuthenticationTime() == null) {
            throw new StepUpFailed(Cause.STALE, "no auth_time");
        }
        return new Proof(
                subject,
                claims.getStringClaim("preferred_username"),
                fresh(claims.getAuthenticationTime().toInstant()));
    }

    private Instant fresh(Instant authenticated) {
        if (authenticated.getEpochSecond() < askedAt.getEpochSecond()) {
            throw new StepUpFailed(Cause.STALE, "typed at " + authenticated + ", asked at " + askedAt);
        }
        if (!authenticated.plus(LONGEST_AGE).isAfter(now)) {
            throw new StepUpFailed(Cause.STALE, "typed at " + authenticated + ", now " + now);
        }
        if (lastUsed != null && authenticated.getEpochSecond() <= lastUsed.getEpochSecond()) {
            throw new StepUpFailed(Cause.USED, "typed at " + authenticated + ", last used " + lastUsed);
        }
        return authenticated;
    }
}
