package org.casebook.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.casebook.keycloak.StepUpFailed.Cause;
import org.junit.jupiter.api.Test;

class FreshProofTest {
    private static final Instant ASKED = Instant.parse("2026-03-02T10:00:00.900Z");
    private static final Instant TYPED = Instant.parse("2026-03-02T10:00:20Z");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:21Z");

    @Test
    void passwordTypedAfterTheRequestProvesThePerson() {
        Proof proof = new FreshProof(ASKED, null, NOW).judge(claims(TYPED, "signature"), "vera");

        assertThat(proof).isEqualTo(new Proof("vera", "investigator-101", TYPED));
    }

    @Test
    void passwordTypedWithinTheSecondOfTheRequestCounts() {
        // auth_time has no fraction: 10:00:00.950 comes as 10:00:00
        Instant sameSecond = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(new FreshProof(ASKED, null, NOW)
                        .judge(claims(sameSecond, "signature"), "vera")
                        .authenticatedAt())
                .isEqualTo(sameSecond);
    }

    @Test
    void passwordTypedBeforeTheRequestIsStale() {
        refused(
                new FreshProof(ASKED, null, NOW),
                claims(Instant.parse("2026-03-02T09:59:59Z"), "signature"),
                Cause.STALE);
    }

    @Test
    void passwordTypedFiveMinutesAgoIsStale() {
        refused(new FreshProof(ASKED, null, TYPED.plusSeconds(300)), claims(TYPED, "signature"), Cause.STALE);
        assertThat(new FreshProof(ASKED, null, TYPED.plusSeconds(299)).judge(claims(TYPED, "signature"), "vera"))
                .isNotNull();
    }

    @Test
    void onePasswordSignsOnce() {
        refused(new FreshProof(ASKED, TYPED, NOW), claims(TYPED, "signature"), Cause.USED);
        refused(new FreshProof(ASKED, TYPED.plusSeconds(1), NOW), claims(TYPED, "signature"), Cause.USED);
        assertThat(new FreshProof(ASKED, TYPED.minusSeconds(1), NOW).judge(claims(TYPED, "signature"), "vera"))
                .isNotNull();
    }

    @Test
    void somebodyElsesPasswordIsRefused() {
        assertThatThrownBy(() -> new FreshProof(ASKED, null, NOW).judge(claims(TYPED, "signature"), "mona"))
                .isInstanceOfSatisfying(
                        StepUpFailed.class, e -> assertThat(e.reason()).isEqualTo(Cause.OTHER_PERSON));
    }

    @Test
    void plainLoginIsTooWeakToSign() {
        refused(new FreshProof(ASKED, null, NOW), claims(TYPED, "login"), Cause.TOO_WEAK);
        refused(new FreshProof(ASKED, null, NOW), claims(TYPED, null), Cause.TOO_WEAK);
    }

    @Test
    void tokenWithoutTimeOfPasswordIsRefused() {
        refused(new FreshProof(ASKED, null, NOW), claims(null, "signature"), Cause.STALE);
    }

    private static void refused(FreshProof proof, IDTokenClaimsSet claims, Cause cause) {
        assertThatThrownBy(() -> proof.judge(claims, "vera"))
                .isInstanceOfSatisfying(
                        StepUpFailed.class, e -> assertThat(e.reason()).isEqualTo(cause));
    }

    private static IDTokenClaimsSet claims(Instant typed, String level) {
        IDTokenClaimsSet claims = new IDTokenClaimsSet(
                new Issuer("https://id.example.org/realms/casebook"),
                new Subject("vera"),
                List.of(new Audience("casebook-sign")),
                Date.from(NOW.plusSeconds(60)),
                Date.from(NOW));
        claims.setClaim("preferred_username", "investigator-101");
        if (typed != null) {
            claims.setAuthenticationTime(Date.from(typed));
        }
        if (level != null) {
            claims.setACR(new ACR(level));
        }
        return claims;
    }
}
