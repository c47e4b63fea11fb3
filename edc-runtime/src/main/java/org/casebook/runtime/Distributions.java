package org.casebook.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Versions of the servers, and where the build found their archives. */
final class Distributions {
    private final Properties values = new Properties();

    Distributions() {
        try (InputStream in = Distributions.class.getResourceAsStream("distributions.properties")) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String payaraVersion() {
        return values.getProperty("payara.version");
    }

    String keycloakVersion() {
        return values.getProperty("keycloak.version");
    }

    Path payaraMicro() {
        return archive("payara.micro");
    }

    Path payara() {
        return archive("payara.zip");
    }

    Path keycloak() {
        return archive("keycloak.zip");
    }

    private Path archive(String name) {
        Path archive = Path.of(values.getProperty(name));
        if (!Files.exists(archive)) {
            throw new Fault("The archive " + archive
                    + " is missing; remove edc-runtime/target and start again, then Maven fetches it.");
        }
        return archive;
    }
}
