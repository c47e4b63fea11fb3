package org.casebook.runtime;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of one installation: drawn at its first start, kept in a file that only its owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String ALLOCATION_KEY = "allocation.key";
    private static final List<String> NAMES = List.of(
            "postgres.password",
            "owner.password",
            "app.password",
            "keycloak.database.password",
            "keycloak.admin.password",
            "oidc.client.secret",
            "sign.client.secret",
            "admin.client.secret",
            "demo.clock.key");

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /**
     * Reads the file and adds what is missing, so that a newer Casebook finds its new secrets too; what is there stays.
     *
     * @param file made with mode 600 when absent
     * @return all secrets
     */
    public static Secrets of(Path file) {
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (draw(values)) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new Fault(
                    "The secrets in " + file + " cannot be read or written; check the rights of the folder.", e);
        }
    }

    private static boolean draw(Properties values) {
        boolean drawn = false;
        for (String name : NAMES) {
            drawn |= values.putIfAbsent(name, text(Base64.getUrlEncoder().withoutPadding())) == null;
        }
        // the application decodes this one to the 32 bytes of an AES-256 key
        drawn |= values.putIfAbsent(ALLOCATION_KEY, text(Base64.getEncoder())) == null;
        return drawn;
    }

    private static String text(Base64.Encoder encoder) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }

    /** Beside and then over: a full disk never leaves half a file of secrets. */
    private static void write(Path file, Properties values) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(beside)) {
            values.store(writer, "Secrets of this Casebook installation. Lose them and its data cannot be opened.");
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @param name one of the names in the file
     * @return its value
     */
    public String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret named " + name);
        }
        return value;
    }
}
