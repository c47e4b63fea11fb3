package org.casebook.keycloak;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * What the server remembers between sending somebody to the password page and the way back; used once.
 *
 * @param state ties the way back to this request; also its key in storage
 * @param nonce ties the identity token to this request
 * @param verifier proves that the code is redeemed by whoever asked for it (PKCE)
 * @param askedAt system time of the request; the password must have been typed after it
 */
public record Challenge(String state, String nonce, String verifier, Instant askedAt) {

    static Challenge drawn(Instant askedAt) {
        return new Challenge(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), askedAt);
    }

    @Override
    public String toString() {
        return "challenge of " + askedAt;
    }
}
