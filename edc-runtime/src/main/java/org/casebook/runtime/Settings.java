package org.casebook.runtime;

import java.util.Map;
import java.util.TreeMap;

/** What the demonstration's servers are told by their environment; the names are those of docs/operations.md. */
public final class Settings {
    private final Ports ports;
    private final Secrets secrets;

    /**
     * @param ports where everything listens
     * @param secrets of this installation
     */
    public Settings(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** @return the application's address as browsers see it */
    public String publicUrl() {
        return "http://localhost:" + ports.application();
    }

    /** @return the issuer in every token */
    public String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/casebook";
    }

    /** @return JDBC address of the application's database */
    public String database() {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + Databases.CASEBOOK;
    }

    /** @return what opens the clock header, see ClockFilter; only the demonstration's loader and tests may use it */
    public String clockKey() {
        return secrets.get("demo.clock.key");
    }

    /** @return the environment of the application */
    public Map<String, String> forApplication() {
        Map<String, String> all = new TreeMap<>(clients());
        all.put("EDC_PUBLIC_URL", publicUrl());
        all.put("EDC_DB_URL", database());
        all.put("EDC_DB_USER", Databases.APP);
        all.put("EDC_DB_PASSWORD", secrets.get("app.password"));
        all.put("EDC_OIDC_ISSUER", issuer());
        all.put("EDC_ALLOCATION_KEY", secrets.get("allocation.key"));
        all.put("EDC_DEMO_CLOCK_KEY", secrets.get("demo.clock.key"));
        return all;
    }

    /**
     * The environment of Keycloak: its own, and what the realm file names by placeholders. Without the public address:
     * then the realm allows localhost on any port, and the demonstration may be started on another one later.
     */
    Map<String, String> forKeycloak() {
        Map<String, String> all = new TreeMap<>(clients());
        all.put("KC_DB_PASSWORD", secrets.get("keycloak.database.password"));
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin.password"));
        return all;
    }

    private Map<String, String> clients() {
        return Map.of(
                "EDC_OIDC_CLIENT_SECRET", secrets.get("oidc.client.secret"),
                "EDC_SIGN_CLIENT_SECRET", secrets.get("sign.client.secret"),
                "EDC_ADMIN_CLIENT_SECRET", secrets.get("admin.client.secret"));
    }

    /** @return the role that owns the schema */
    public String ownerUser() {
        return Databases.OWNER;
    }

    /** @return the owner's password */
    public String ownerPassword() {
        return secrets.get("owner.password");
    }

    Secrets secrets() {
        return secrets;
    }
}
