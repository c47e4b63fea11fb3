package org.casebook.runtime;

import java.nio.file.Path;

/**
 * The project folder, or an unpacked release of the same layout.
 *
 * @param root absolute
 */
public record Home(Path root) {
    /** @return the folder named by the system property casebook.home, which the edc script sets */
    public static Home current() {
        return new Home(Path.of(System.getProperty("casebook.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** @return the built application */
    public Path ear() {
        return root.resolve("edc-ear/target/casebook.ear");
    }

    /** @return the folder of the realm, with placeholders for secrets */
    public Path realms() {
        return root.resolve("config/keycloak");
    }

    /** @return the study files that ship */
    public Path studies() {
        return root.resolve("config/studies");
    }

    /** @return Payara's boot commands and logging */
    public Path payara() {
        return root.resolve("config/payara");
    }

    /** @return settings of ./edc run, beside the environment */
    public Path properties() {
        return root.resolve("config/casebook.properties");
    }

    /** @return where the demonstration keeps its data unless told otherwise */
    public Path demoData() {
        return root.resolve(".casebook/demo");
    }
}
