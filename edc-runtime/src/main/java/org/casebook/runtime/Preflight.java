package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be right before anything is started. */
final class Preflight {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGA = 1_000_000L;
    /** Keycloak unpacked and built 450 MB, Payara Micro 120 MB and 120 MB while it runs, databases 150 MB. */
    private static final long NEEDED_MEGA = 1_000;

    private Preflight() {}

    /** Throws a fault when this Java is too old. */
    static void java() {
        javaAtLeast(Runtime.version().feature(), System.getProperty("java.home"));
    }

    static void javaAtLeast(int feature, String home) {
        if (feature < OLDEST_JAVA) {
            throw new Fault("Casebook needs Java " + OLDEST_JAVA + " or newer, but " + home + " is Java " + feature
                    + "; set JAVA_HOME to a newer one.");
        }
    }

    static void built(Path ear) {
        if (!Files.exists(ear)) {
            throw new Fault("The application " + ear + " is not built; build it with: mvn -DskipTests package.");
        }
    }

    /**
     * Throws a fault when the disk is too full to start.
     *
     * @param folder the data folder, which may not exist yet
     */
    static void space(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            spaceIn(folder, Files.getFileStore(existing).getUsableSpace());
        } catch (IOException e) {
            throw new Fault("The free space of " + existing + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    static void spaceIn(Path folder, long usableBytes) {
        if (usableBytes < NEEDED_MEGA * MEGA) {
            throw new Fault("The disk of " + folder + " has only " + usableBytes / MEGA + " MB free, and " + NEEDED_MEGA
                    + " MB are needed; free some space or name a folder on another disk by --data.");
        }
    }
}
