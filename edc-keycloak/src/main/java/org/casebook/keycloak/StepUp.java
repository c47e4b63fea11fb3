package org.casebook.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.casebook.keycloak.StepUpFailed.Cause;

/**
 * Asks a person for the password again and checks the answer: pushed authorization request, PKCE, state, nonce,
 * signature, issuer, audience, and the freshness rules of {@link FreshProof}.
 */
public final class StepUp {
    private final Client client;
    private final URI callback;
    private final InstantSource clock;
    private final Endpoints endpoints;

    /**
     * @param client the signing client, which forces the level for signing and pushed requests
     * @param callback where Keycloak sends the browser back to
     * @param clock the system's clock: freshness is never judged by a demonstration's clock
     */
    public StepUp(Client client, URI callback, InstantSource clock) {
        this.client = client;
        this.callback = callback;
        this.clock = clock;
        this.endpoints = new Endpoints(client);
    }

    /**
     * A request for the password.
     *
     * @param challenge to be stored until the way back
     * @param address where the browser goes now; valid for about a minute
     */
    public record Asked(Challenge challenge, URI address) {}

    /**
     * @param username account name shown at the password page
     * @param language tag of the language that the page speaks
     * @throws StepUpFailed with {@link Cause#UNREACHABLE}
     */
    public Asked ask(String username, String language) {
        Challenge challenge = Challenge.drawn(clock.instant());
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(client.id()), callback)
                .state(new State(challenge.state()))
                .nonce(new Nonce(challenge.nonce()))
                .codeChallenge(new CodeVerifier(challenge.verifier()), CodeChallengeMethod.S256)
                .loginHint(username)
                .customParameter("ui_locales", language)
                .build();
        try {
            PushedAuthorizationResponse pushed = PushedAuthorizationResponse.parse(endpoints.send(
                    new PushedAuthorizationRequest(endpoints.push(), endpoints.authentication(), request)));
            if (!pushed.indicatesSuccess()) {
                throw new StepUpFailed(
                        Cause.UNREACHABLE,
                        pushed.toErrorResponse().getErrorObject().toString());
            }
            URI address = new AuthorizationRequest.Builder(
                            pushed.toSuccessResponse().getRequestURI(), new ClientID(client.id()))
                    .endpointURI(endpoints.authorize())
                    .build()
                    .toURI();
            return new Asked(challenge, address);
        } catch (ParseException | IOException e) {
            throw new StepUpFailed(Cause.UNREACHABLE, e);
        }
    }

    /**
     * Checks the way back. When somebody else signed in, that Keycloak session is ended: otherwise the next page would
     * silently be that person's.
     *
     * @param challenge what was stored; the caller has made sure that it is used once
     * @param person subject of the person who was asked
     * @param lastUsed time of that person's last confirmation that was used; null when there was none
     * @param query the callback's query string
     * @return the proof
     * @throws StepUpFailed saying why not
     */
    public Proof check(Challenge challenge, String person, Instant lastUsed, String query) {
        OIDCTokenResponse tokens = redeem(challenge, codeOf(challenge, query));
        IDTokenClaimsSet claims = validated(tokens, challenge);
        try {
            return new FreshProof(challenge.askedAt(), lastUsed, clock.instant()).judge(claims, person);
        } catch (StepUpFailed failed) {
            if (failed.reason() == Cause.OTHER_PERSON) {
                endSession(tokens.getTokens().getRefreshToken());
            }
            throw failed;
        }
    }

    private AuthorizationCode codeOf(Challenge challenge, String query) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(URI.create(callback + "?" + query));
            if (response.getState() == null
                    || !challenge.state().equals(response.getState().getValue())) {
                throw new StepUpFailed(Cause.FORGED, "state");
            }
            if (!response.indicatesSuccess()) {
                throw new StepUpFailed(
                        Cause.CANCELLED,
                        response.toErrorResponse().getErrorObject().toString());
            }
            return response.toSuccessResponse().getAuthorizationCode();
        } catch (ParseException | IllegalArgumentException e) {
            throw new StepUpFailed(Cause.FORGED, e);
        }
    }

    private OIDCTokenResponse redeem(Challenge challenge, AuthorizationCode code) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, callback, new CodeVerifier(challenge.verifier()));
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(endpoints.send(
                    new TokenRequest.Builder(endpoints.token(), endpoints.authentication(), grant).build()));
            if (!response.indicatesSuccess()) {
                // a code that was redeemed before or is not Keycloak's
                throw new StepUpFailed(
                        Cause.FORGED,
                        response.toErrorResponse().getErrorObject().toString());
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (ParseException | IOException e) {
            throw new StepUpFailed(Cause.UNREACHABLE, e);
        }
    }

    private IDTokenClaimsSet validated(OIDCTokenResponse tokens, Challenge challenge) {
        try {
            return endpoints.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(challenge.nonce()));
        } catch (BadJOSEException e) {
            throw new StepUpFailed(Cause.FORGED, e);
        } catch (JOSEException | IOException e) {
            throw new StepUpFailed(Cause.UNREACHABLE, e);
        }
    }

    private void endSession(RefreshToken token) {
        try {
            endpoints.endSession(token);
        } catch (ParseException | IOException e) {
            throw new StepUpFailed(Cause.UNREACHABLE, e);
        }
    }
}
