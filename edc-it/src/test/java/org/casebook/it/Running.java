package org.casebook.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.casebook.runtime.DataFolder;
import org.casebook.runtime.Home;
import org.casebook.runtime.LocalSystem;
import org.casebook.runtime.Ports;
import org.casebook.runtime.Progress;
import org.casebook.runtime.Settings;

/**
 * The system under test. The first test that asks starts it; it serves all tests of the JVM and stops with it. Its data
 * folder is {@code edc-it/target/data}, emptied at each start and kept afterwards for looking into it.
 */
public final class Running {
    private static final Path FOLDER = Home.current().root().resolve("edc-it/target");

    private static Running system;
    private static RuntimeException failure;

    private final LocalSystem local;
    private final DataFolder data;

    private Running(LocalSystem local, DataFolder data) {
        this.local = local;
        this.data = data;
    }

    /**
     * @return the running system, started when this is the first call
     * @throws RuntimeException the same one for all tests when it could not start
     */
    public static synchronized Running system() {
        if (failure != null) {
            throw new IllegalStateException("the system under test did not start", failure);
        }
        if (system == null) {
            try {
                system = start();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return system;
    }

    private static Running start() {
        Progress progress = new Progress(System.out);
        DataFolder data = DataFolder.open(FOLDER.resolve("data"), true, progress);
        LocalSystem local = new LocalSystem(Home.current(), data, Ports.free(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "stop the system under test"));
        local.start(TestEar.written(FOLDER));
        return new Running(local, data);
    }

    /** @return addresses and secrets */
    public Settings settings() {
        return local.settings();
    }

    /**
     * @param path beginning with a slash
     * @return the address of a page or resource of the application
     */
    public String url(String path) {
        return settings().publicUrl() + path;
    }

    /** @return a connection with the rights of the application, for trying what it must not do */
    public Connection asApp() throws SQLException {
        Map<String, String> environment = settings().forApplication();
        return DriverManager.getConnection(
                settings().database(), environment.get("EDC_DB_USER"), environment.get("EDC_DB_PASSWORD"));
    }

    /** @return a connection as the schema's owner, for looking at what was stored */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                settings().database(), settings().ownerUser(), settings().ownerPassword());
    }

    /** @return processes by name: application, keycloak, postgres */
    public Map<String, ProcessHandle> processes() {
        return local.processes();
    }

    /** @return the log of the application */
    public Path log() {
        return data.log("application");
    }
}
