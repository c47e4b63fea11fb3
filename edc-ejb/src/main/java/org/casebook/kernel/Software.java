package org.casebook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Casebook this is; records say by which version they were made. */
public final class Software {

    private static final String VERSION_FILE = "/META-INF/maven/org.casebook/edc-ejb/pom.properties";

    private Software() {}

    /** The version, for example {@code 0.1.0}; {@code unpackaged} when it runs from loose classes. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream file = Software.class.getResourceAsStream(VERSION_FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unpackaged");
    }
}
