package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds everything an installation keeps: database, secrets, logs, PID files. */
public final class DataFolder {
    private static final String MARK = "casebook-data";
    private static final List<String> FOLDERS = List.of("log", "run", "tmp");

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder and makes it when absent. A folder that holds other things than Casebook's data is refused.
     *
     * @param path where it lies or shall lie
     * @return the folder, ready to use
     */
    public static DataFolder open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            if (!ours(root) && !emptyOrAbsent(root)) {
                throw new Fault("The folder " + root + " holds other things than Casebook's data; name an empty one"
                        + " by --data.");
            }
            for (String folder : FOLDERS) {
                Files.createDirectories(root.resolve(folder));
            }
            if (!ours(root)) {
                Files.writeString(root.resolve(MARK), "This folder belongs to Casebook (./edc demo).\n");
            }
        } catch (IOException e) {
            throw new Fault("The data folder " + root + " cannot be made (" + e.getMessage() + ").", e);
        }
        return new DataFolder(root);
    }

    /**
     * Opens the folder after ending what a killed run left running on it.
     *
     * @param path where it lies or shall lie
     * @param fresh whether all data in it are removed first
     * @param progress told what happens
     * @return the folder, ready to use
     */
    public static DataFolder open(Path path, boolean fresh, Progress progress) {
        Path root = path.toAbsolutePath().normalize();
        if (ours(root)) {
            Leftovers.settle(open(root), progress);
        }
        if (fresh && Files.exists(root)) {
            progress.say("Removing " + root);
            remove(root);
        }
        return open(root);
    }

    /**
     * Removes the folder with all data in it, when it is one of ours; an absent one is fine.
     *
     * @param path the folder
     */
    public static void remove(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            if (emptyOrAbsent(root)) {
                return;
            }
            if (!ours(root)) {
                throw new Fault("The folder " + root + " is not removed, because it is not a data folder of Casebook.");
            }
            delete(root);
        } catch (IOException e) {
            throw new Fault("The data folder " + root + " cannot be removed (" + e.getMessage() + ").", e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean ours(Path root) {
        return Files.isRegularFile(root.resolve(MARK));
    }

    private static boolean emptyOrAbsent(Path root) throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(root)) {
            return inside.findAny().isEmpty();
        }
    }

    /** @return the folder itself, absolute */
    public Path root() {
        return root;
    }

    /** @return the database cluster */
    Path postgres() {
        return root.resolve("postgres");
    }

    /** @return Keycloak's home as seen by this installation */
    Path keycloak() {
        return root.resolve("keycloak");
    }

    /** @return the files attached to items, unless EDC_ATTACHMENTS names another folder */
    Path attachments() {
        return root.resolve("attachments");
    }

    /** @return the passwords and keys of this installation */
    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /**
     * @param name of a process
     * @return the file that takes its output
     */
    public Path log(String name) {
        return root.resolve("log").resolve(name + ".log");
    }

    PidFile pidFile(String name) {
        return new PidFile(root.resolve("run").resolve(name + ".pid"));
    }

    /**
     * An empty folder for a process that leaves things behind when it is killed.
     *
     * @param name of the process
     * @return the folder, emptied
     */
    Path emptied(String name) {
        Path folder = root.resolve("tmp").resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault("The folder " + folder + " cannot be emptied (" + e.getMessage() + ").", e);
        }
    }
}
