package org.casebook.keycloak;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The realm's addresses, discovered at first use and kept; each call gives up after a few seconds. */
final class Endpoints {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;

    private final Client client;
    private volatile OIDCProviderMetadata metadata;
    private volatile IDTokenValidator validator;

    Endpoints(Client client) {
        this.client = client;
    }

    URI push() throws IOException {
        return metadata().getPushedAuthorizationRequestEndpointURI();
    }

    URI authorize() throws IOException {
        return metadata().getAuthorizationEndpointURI();
    }

    URI token() throws IOException {
        return metadata().getTokenEndpointURI();
    }

    ClientAuthentication authentication() {
        return new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret()));
    }

    /** Keeps the realm's keys and fetches them anew when a token names one it does not know. */
    IDTokenValidator validator() throws IOException {
        IDTokenValidator known = validator;
        if (known == null) {
            known = new IDTokenValidator(
                    new Issuer(client.issuer()),
                    new ClientID(client.id()),
                    JWSAlgorithm.RS256,
                    metadata().getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS));
            validator = known;
        }
        return known;
    }

    HTTPResponse send(Request request) throws IOException {
        return send(request.toHTTPRequest());
    }

    /** Ends the Keycloak session that the token belongs to, server to server. */
    void endSession(RefreshToken token) throws IOException, ParseException {
        HTTPRequest request = new HTTPRequest(
                HTTPRequest.Method.POST, metadata().getEndSessionEndpointURI().toURL());
        authentication().applyTo(request);
        request.setContentType("application/x-www-form-urlencoded");
        request.setBody("client_id=" + URLEncoder.encode(client.id(), StandardCharsets.UTF_8) + "&refresh_token="
                + URLEncoder.encode(token.getValue(), StandardCharsets.UTF_8));
        HTTPResponse response = send(request);
        if (!response.indicatesSuccess()) {
            throw new IOException("Keycloak did not end the session: status " + response.getStatusCode());
        }
    }

    private HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        return request.send();
    }

    private OIDCProviderMetadata metadata() throws IOException {
        OIDCProviderMetadata known = metadata;
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(client.issuer()), CONNECT_MILLIS, READ_MILLIS);
                metadata = known;
            } catch (GeneralException e) {
                throw new IOException("Keycloak's realm " + client.issuer() + " does not describe itself", e);
            }
        }
        return known;
    }
}
