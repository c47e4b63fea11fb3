package org.casebook.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak on the loopback address with its data in our PostgreSQL. */
final class Keycloak {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /**
     * Keycloak's own default of 64 to 512 MB, and the quick compiler alone: this Keycloak serves a demonstration or a
     * test, and its start is what one waits for. Its script asks for G1, and the JVM refuses to start with two collectors.
     */
    private static final String JVM = "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";

    private final KeycloakHome home;
    private final Path realms;
    private final Ports ports;

    /**
     * @param home its files
     * @param realms folder of the realm imported at the first start; Keycloak never overwrites a realm that it has
     * @param ports loopback ports
     */
    Keycloak(KeycloakHome home, Path realms, Ports ports) {
        this.home = home;
        this.realms = realms;
        this.ports = ports;
    }

    /**
     * Starts it; {@link #await} tells when it is ready.
     *
     * @param data logs, PID file, home
     * @param settings what the realm's placeholders name, and the database's password
     */
    Child start(DataFolder data, Settings settings) {
        Path script = home.install(data.keycloak(), realms);
        List<String> command = List.of(
                script.toString(),
                "start",
                "--optimized",
                "--import-realm",
                // on "start" and not only on "build": else its cluster cache listens on every interface
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=http://localhost:" + ports.keycloak(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.management(),
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + Databases.KEYCLOAK,
                "--db-username=" + Databases.KEYCLOAK);
        Map<String, String> environment = new HashMap<>(settings.forKeycloak());
        environment.put("JAVA", Programs.java());
        environment.put("JAVA_OPTS_KC_HEAP", JVM);
        return Child.start("keycloak", data, command, environment);
    }

    /** @param child waits until its realm answers, or throws its fault */
    void await(Child child) {
        String address = "http://localhost:" + ports.keycloak() + "/realms/casebook/.well-known/openid-configuration";
        Probe.await(child, address, PATIENCE);
    }
}
