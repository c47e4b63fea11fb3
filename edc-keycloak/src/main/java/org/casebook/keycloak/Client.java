package org.casebook.keycloak;

import java.net.URI;
import java.util.Objects;

/**
 * A confidential client of one realm.
 *
 * @param issuer the realm's public address, such as {@code https://id.example.org/realms/casebook}
 * @param id client id in that realm
 * @param secret the client's secret; never logged
 */
public record Client(URI issuer, String id, String secret) {
    private static final String REALMS = "/realms/";

    /** @throws IllegalArgumentException when the issuer has no {@code /realms/} part */
    public Client {
        Objects.requireNonNull(id, "client id");
        Objects.requireNonNull(secret, "client secret");
        if (!issuer.toString().contains(REALMS)) {
            throw new IllegalArgumentException("The issuer " + issuer + " is not the address of a Keycloak realm; it"
                    + " must look like https://id.example.org/realms/casebook.");
        }
    }

    String serverUrl() {
        return issuer.toString().substring(0, issuer.toString().indexOf(REALMS));
    }

    String realm() {
        return issuer.toString().substring(issuer.toString().indexOf(REALMS) + REALMS.length());
    }

    @Override
    public String toString() {
        return id + " at " + issuer;
    }
}
