package org.casebook.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import org.casebook.keycloak.Client;
import org.casebook.keycloak.KeycloakAdmin;
import org.casebook.keycloak.StepUp;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two ways to Keycloak that the house itself uses; connections are made at first use. */
@ApplicationScoped
class Realm {

    private static final String CALLBACK = "/sign/callback";

    @Inject
    @ConfigProperty(name = "edc.oidc.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "edc.public.url")
    private String publicUrl;

    @Inject
    @ConfigProperty(name = "edc.sign.client.secret")
    private String signSecret;

    @Inject
    @ConfigProperty(name = "edc.admin.client.secret")
    private String adminSecret;

    private StepUp stepUp;
    private KeycloakAdmin admin;

    @PostConstruct
    void open() {
        URI realm = URI.create(issuer);
        // freshness is judged by the server's clock, never by a demonstration's
        stepUp = new StepUp(
                new Client(realm, "casebook-sign", signSecret), URI.create(publicUrl + CALLBACK), Clock.systemUTC());
        admin = new KeycloakAdmin(new Client(realm, "casebook-admin", adminSecret));
    }

    @PreDestroy
    void close() {
        admin.close();
    }

    StepUp stepUp() {
        return stepUp;
    }

    KeycloakAdmin admin() {
        return admin;
    }
}
