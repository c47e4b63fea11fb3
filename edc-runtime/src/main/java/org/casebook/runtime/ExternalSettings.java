package org.casebook.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings of an installation with its own PostgreSQL and Keycloak: the environment, else config/casebook.properties. */
final class ExternalSettings {
    static final List<String> TO_RUN = List.of(
            "EDC_DB_URL",
            "EDC_DB_USER",
            "EDC_DB_PASSWORD",
            "EDC_PUBLIC_URL",
            "EDC_OIDC_ISSUER",
            "EDC_OIDC_CLIENT_SECRET",
            "EDC_SIGN_CLIENT_SECRET",
            "EDC_ADMIN_CLIENT_SECRET",
            "EDC_ALLOCATION_KEY");
    /** None of them must be set; without a host letters wait. */
    static final List<String> MAIL = List.of(
            "EDC_SMTP_HOST",
            "EDC_SMTP_PORT",
            "EDC_SMTP_SECURITY",
            "EDC_SMTP_USER",
            "EDC_SMTP_PASSWORD",
            "EDC_MAIL_FROM");

    static final List<String> TO_MIGRATE = List.of("EDC_DB_URL", "EDC_DB_OWNER_USER", "EDC_DB_OWNER_PASSWORD");

    private final Map<String, String> environment;
    private final Properties file;
    private final Path path;

    private ExternalSettings(Map<String, String> environment, Properties file, Path path) {
        this.environment = environment;
        this.file = file;
        this.path = path;
    }

    /**
     * @param environment wins over the file
     * @param path a properties file with names such as edc.db.url; may be absent
     */
    static ExternalSettings of(Map<String, String> environment, Path path) {
        Properties file = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                file.load(reader);
            } catch (IOException e) {
                throw new Fault("The settings in " + path + " cannot be read (" + e.getMessage() + ").", e);
            }
        }
        return new ExternalSettings(environment, file, path);
    }

    /**
     * @param names of the environment, such as EDC_DB_URL
     * @return the value of each; a fault names all that are missing
     */
    Map<String, String> all(List<String> names) {
        Map<String, String> found = new TreeMap<>();
        for (String name : names) {
            String value = get(name, "");
            if (!value.isBlank()) {
                found.put(name, value);
            }
        }
        List<String> missing = names.stream().filter(n -> !found.containsKey(n)).toList();
        if (!missing.isEmpty()) {
            throw new Fault("Not set: " + String.join(", ", missing) + "; set them in the environment or as "
                    + key(missing.get(0)) + " and so on in " + path + " (docs/operations.md explains each).");
        }
        return found;
    }

    String get(String name, String otherwise) {
        return environment.getOrDefault(name, file.getProperty(key(name), otherwise));
    }

    /** The rule of MicroProfile Config, read backwards: EDC_DB_URL is edc.db.url. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
