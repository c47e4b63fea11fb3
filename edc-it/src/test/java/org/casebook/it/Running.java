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
import org.casebook.runtime.Secrets;
import org.casebook.runtime.Settings;
import org.junit.jupiter.api.Assumptions;

/**
 * The system under test. The first test that asks starts it; it serves all tests of the JVM and stops with it. Its data
 * folder is {@code edc-it/target/data}, emptied at each start and kept afterwards for looking into it.
 */
public final class Running {
    private static final Path FOLDER = Home.current().root().resolve("edc-it/target");

    /** Of a demonstration that already runs from its usual folder; for working on browser tests, see CONTRIBUTING.md. */
    private static final Integer PORT = Integer.getInteger("casebook.running");

    private static Running system;
    private static RuntimeException failure;

    private final LocalSystem local;
    private final DataFolder data;

    private final Settings settings;

    private Running(LocalSystem local, DataFolder data, Settings settings) {
        this.local = local;
        this.data = data;
        this.settings = settings;
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
        if (PORT != null) {
            DataFolder data = DataFolder.open(Home.current().demoData());
            return new Running(null, data, new Settings(Ports.from(PORT), Secrets.of(data.secrets())));
        }
        Progress progress = new Progress(System.out);
        DataFolder data = DataFolder.open(FOLDER.resolve("data"), true, progress);
        LocalSystem local = new LocalSystem(Home.current(), data, Ports.free(), progress);
        local.tell(Mailbox.settings());
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "stop the system under test"));
        local.start(TestEar.written(FOLDER));
        return new Running(local, data, local.settings());
    }

    /** @return addresses and secrets */
    public Settings settings() {
        return settings;
    }

    /** @return what can be killed and started again; absent when a demonstration is tested */
    public LocalSystem processes() {
        Assumptions.assumeTrue(local != null, "a running demonstration is not killed by tests");
        return local;
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

    /** @return the log of the application */
    public Path log() {
        return data.log("application");
    }
}
