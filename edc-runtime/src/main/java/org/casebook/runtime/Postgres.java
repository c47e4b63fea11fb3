package org.casebook.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL with its data in the data folder: durable, with passwords, on the loopback address. */
final class Postgres implements AutoCloseable {
    private static final String NAME = "postgres";
    private static final int PORT_LINE = 3;
    private static final String READY = "postgres.ready";

    private final EmbeddedPostgres server;
    private final Path marker;

    private Postgres(EmbeddedPostgres server, Path marker) {
        this.server = server;
        this.marker = marker;
    }

    /**
     * Starts the database; at the first start the cluster is made, later one found and recovered when it was killed.
     *
     * @param data its folder
     * @param port on the loopback address
     * @param secrets the superuser's password
     * @param cache where its programs are unpacked once
     */
    static Postgres start(DataFolder data, int port, Secrets secrets, Cache cache) {
        Path marker = data.root().resolve(READY);
        try {
            if (!Files.exists(marker)) {
                // a first start that was killed half-way: nothing is in it yet, and initdb wants an empty folder
                DataFolder.delete(data.postgres());
            }
            Path password = passwordFile(data, secrets);
            try {
                EmbeddedPostgres server =
                        builder(data, port, secrets, cache, password).start();
                return new Postgres(server, marker);
            } finally {
                Files.delete(password);
            }
        } catch (IOException | IllegalStateException e) {
            throw new Fault("PostgreSQL did not start (" + e.getMessage() + "); its log is " + data.log(NAME) + ".", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DataFolder data, int port, Secrets secrets, Cache cache, Path password) {
        File log = data.log(NAME).toFile();
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.postgres().toFile())
                .setCleanDataDirectory(false)
                // the launcher stops it last, after those who use it
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(cache.folder("postgres").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                // the library switches durability off, as for tests; here people's data are in it
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setConnectConfig("password", secrets.get("postgres.password"));
    }

    private static Path passwordFile(DataFolder data, Secrets secrets) throws IOException {
        Path file = data.emptied(NAME).resolve("password");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, secrets.get("postgres.password"));
    }

    /** Says that roles and databases are made, so that the next start keeps the cluster. */
    void provisioned() {
        try {
            Files.writeString(marker, "roles and databases are made\n");
        } catch (IOException e) {
            throw new Fault("The file " + marker + " cannot be written.", e);
        }
    }

    /** @return the postmaster of this data folder, when it runs */
    static Optional<ProcessHandle> running(DataFolder data) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.postgres().resolve("postmaster.pid"))
                    .get(0)
                    .trim());
            return ProcessHandle.of(pid)
                    .filter(Liveness::alive)
                    .filter(process -> commandLine(pid).contains(data.postgres().toString()));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** @return the port of the postmaster that runs on the data folder, from the lock that it writes */
    static int port(DataFolder data) {
        try {
            return Integer.parseInt(Files.readAllLines(data.postgres().resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .trim());
        } catch (IOException e) {
            throw new Fault("No database runs from " + data.postgres() + ".", e);
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /** Removes the lock of a postmaster that is gone: its number may belong to another process by now. */
    static void forget(DataFolder data) {
        try {
            Files.deleteIfExists(data.postgres().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new Fault("The lock of a database that is gone cannot be removed from " + data.postgres() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new Fault("PostgreSQL did not stop (" + e.getMessage() + ").", e);
        }
    }
}
