package org.casebook.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Four ports on the loopback address.
 *
 * @param application pages and REST
 * @param keycloak login pages
 * @param management Keycloak's health
 * @param postgres the database
 */
public record Ports(int application, int keycloak, int management, int postgres) {
    private static final int HIGHEST = 65_535 - 3;

    /**
     * @param base the application's port, 1024 to 65532; the other three follow it
     * @return base, base + 1, base + 2, base + 3
     */
    public static Ports from(int base) {
        if (base < 1024 || base > HIGHEST) {
            throw new Fault("Port " + base + " cannot be used; choose one from 1024 to " + HIGHEST + " by --port.");
        }
        return new Ports(base, base + 1, base + 2, base + 3);
    }

    /**
     * Finds four ports that nobody listens on now; another process may still take one before it is used.
     *
     * @return four different free ports
     */
    public static Ports free() {
        try (ServerSocket a = any();
                ServerSocket b = any();
                ServerSocket c = any();
                ServerSocket d = any()) {
            return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort());
        } catch (IOException none) {
            throw new Fault("No free port could be found on the loopback address.", none);
        }
    }

    /** Throws a {@link Fault} that names the first taken port and, where it is known, the process that holds it. */
    public void mustBeFree() {
        named().forEach(Ports::mustBeFree);
    }

    static void mustBeFree(String service, int port) {
        if (taken(port)) {
            String holder = PortHolder.of(port).map(h -> " by " + h).orElse("");
            throw new Fault("Port " + port + ", needed for " + service + ", is taken" + holder
                    + "; stop that process or choose another port.");
        }
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("the application", application);
        named.put("Keycloak", keycloak);
        named.put("Keycloak's health", management);
        named.put("PostgreSQL", postgres);
        return named;
    }

    static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // as servers do: a connection of an earlier run in TIME_WAIT does not count as taken
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }

    private static ServerSocket any() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
