package org.casebook.web.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;
import org.eclipse.microprofile.config.ConfigProvider;

/** The code flow of the pages, with the client {@code casebook-web}. */
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${oidcSettings.issuer}",
        clientId = "casebook-web",
        clientSecret = "${oidcSettings.clientSecret}",
        redirectURI = "${oidcSettings.callback}",
        // true throws in this server; the callback servlet goes back to where the person wanted to be
        redirectToOriginalResource = false,
        scope = {"openid"},
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
        logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${oidcSettings.goodbye}"),
        // grants are read again whenever the access token (5 minutes) is renewed
        tokenAutoRefresh = true,
        tokenMinValidity = OidcSettings.RENEW_BEFORE_MILLIS,
        jwksConnectTimeout = OidcSettings.JWKS_MILLIS,
        jwksReadTimeout = OidcSettings.JWKS_MILLIS)
@ApplicationScoped
@Named
public class OidcSettings {

    static final String GOODBYE = "/goodbye.xhtml";
    static final int RENEW_BEFORE_MILLIS = 10_000;
    static final int JWKS_MILLIS = 3_000;

    public String getIssuer() {
        return setting("edc.oidc.issuer");
    }

    public String getClientSecret() {
        return setting("edc.oidc.client.secret");
    }

    public String getCallback() {
        return setting("edc.public.url") + "/callback";
    }

    /** Where Keycloak sends the browser after a logout. */
    public String getGoodbye() {
        return setting("edc.public.url") + GOODBYE;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
