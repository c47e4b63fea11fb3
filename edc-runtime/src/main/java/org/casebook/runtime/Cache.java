package org.casebook.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is unpacked and built once per version and shared by all installations of a user: Keycloak, Payara Micro with
 * EAR support, PostgreSQL's programs. It may be deleted at any time while nothing runs.
 */
final class Cache {
    /** Makes one entry of the cache. */
    interface Maker {
        /** @param target the file or folder to make; it does not exist yet */
        void make(Path target) throws IOException;
    }

    private final Path root;

    private Cache(Path root) {
        this.root = root;
    }

    /** @return the folder named by CASEBOOK_CACHE, else casebook in the user's cache folder */
    static Cache ofUser() {
        String named = System.getenv("CASEBOOK_CACHE");
        Path root = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "casebook")
                : Path.of(named);
        return new Cache(root.toAbsolutePath());
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    /**
     * Gives an entry and makes it when absent. Two launchers that need it at once wait for each other; a maker that was
     * killed leaves nothing that looks finished.
     *
     * @param name file name with the version in it
     * @param maker writes the entry
     * @return the finished entry
     */
    Path entry(String name, Maker maker) {
        Path finished = root.resolve(name);
        if (Files.exists(finished)) {
            return finished;
        }
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(
                            root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!Files.exists(finished) && held.isValid()) {
                    Path unfinished = root.resolve(name + ".unfinished");
                    DataFolder.delete(unfinished);
                    maker.make(unfinished);
                    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return finished;
        } catch (IOException e) {
            throw new Fault(
                    finished + " cannot be made (" + e.getMessage() + "); check the rights and space of " + root
                            + " or name another folder by CASEBOOK_CACHE.",
                    e);
        }
    }

    /**
     * @param name of a folder that its user fills
     * @return the folder
     */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new Fault("The cache folder " + root + " cannot be made; name another one by CASEBOOK_CACHE.", e);
        }
    }
}
