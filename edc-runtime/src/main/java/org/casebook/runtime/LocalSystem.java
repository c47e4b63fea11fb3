package org.casebook.runtime;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * PostgreSQL, Keycloak and the application on this machine, started side by side and stopped in order: application,
 * Keycloak, PostgreSQL.
 */
public final class LocalSystem implements AutoCloseable {
    /** In the order of stopping: the database goes last, since the others write to it until they end. */
    private enum Part {
        APPLICATION("the application"),
        KEYCLOAK("Keycloak"),
        POSTGRES("PostgreSQL");

        private final String spoken;

        Part(String spoken) {
            this.spoken = spoken;
        }
    }

    private final Home home;
    private final DataFolder data;
    private final Ports ports;
    private final Progress progress;
    private final Settings settings;
    private final Cache cache = Cache.ofUser();
    private final Distributions distributions = new Distributions();
    private final Map<String, String> more = new LinkedHashMap<>();
    private final Map<Part, Runnable> stops = new EnumMap<>(Part.class);
    private final Map<Part, ProcessHandle> processes = new EnumMap<>(Part.class);
    private Path deployed;
    private boolean closed;

    /**
     * @param home the project folder with config/ and the built EAR
     * @param data what the installation keeps
     * @param ports where it listens
     * @param progress told of each step
     */
    public LocalSystem(Home home, DataFolder data, Ports ports, Progress progress) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.settings = new Settings(ports, Secrets.of(data.secrets()));
    }

    /**
     * Tells the application something else by its environment; to be called before it starts.
     *
     * @param environment names as in docs/operations.md
     */
    public void tell(Map<String, String> environment) {
        more.putAll(environment);
    }

    /**
     * Starts all three. When one fails, those already started are stopped and the fault is thrown.
     *
     * @param ear the application
     */
    public void start(Path ear) {
        Leftovers.settle(data, progress);
        ports.mustBeFree();
        data.pidFile(Leftovers.LAUNCHER).write(ProcessHandle.current());
        try {
            startPostgres();
            CompletableFuture<Void> login = CompletableFuture.runAsync(this::startKeycloak);
            CompletableFuture<Void> pages = CompletableFuture.runAsync(() -> startApplication(ear));
            CompletableFuture.anyOf(login, pages).join();
            CompletableFuture.allOf(login, pages).join();
        } catch (CompletionException e) {
            if (isClosed()) {
                throw new Fault("Stopped before it was ready.", e);
            }
            close();
            throw e.getCause() instanceof Fault fault ? fault : e;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startPostgres() {
        progress.say("Starting PostgreSQL");
        Postgres postgres = Postgres.start(data, ports.postgres(), settings.secrets(), cache);
        started(Part.POSTGRES, postgres::close);
        Databases.provision(ports.postgres(), settings.secrets());
        postgres.provisioned();
        Postgres.running(data).ifPresent(postmaster -> processes.put(Part.POSTGRES, postmaster));
        progress.say("PostgreSQL is ready on port " + ports.postgres());
    }

    private void startKeycloak() {
        KeycloakHome files = new KeycloakHome(cache, distributions);
        if (!files.isBuilt()) {
            progress.say("Building Keycloak, once per version and machine; this takes about a minute");
            files.built();
        }
        progress.say("Starting Keycloak");
        Keycloak keycloak = new Keycloak(files, home.realms(), ports);
        Child child = started(Part.KEYCLOAK, keycloak.start(data, settings));
        keycloak.await(child);
        progress.say("Keycloak is ready on port " + ports.keycloak());
    }

    /** Ends the application without warning, as kill -9 does; returns when it is gone. */
    public void killApplication() {
        ProcessHandle application = processes().get("application");
        application.destroyForcibly();
        application.onExit().join();
    }

    /** Starts the application again on the same data, after it was killed; returns when it answers. */
    public void startApplicationAgain() {
        deploy(deployed);
    }

    private void startApplication(Path ear) {
        progress.say(Schema.migrate(settings.database(), settings.ownerUser(), settings.ownerPassword()));
        deploy(ear);
    }

    private void deploy(Path ear) {
        deployed = ear;
        MicroJar micro = new MicroJar(cache, distributions);
        if (!micro.isMade()) {
            progress.say("Preparing Payara Micro, once per version and machine");
        }
        Application application = new Application(micro.path(), home.payara(), ear, ports.application());
        progress.say("Starting the application");
        more.putAll(settings.forApplication());
        Child child = started(Part.APPLICATION, application.start(data, more));
        application.await(child);
        progress.say("The application is ready on port " + ports.application());
    }

    /** @return the processes by name: application, keycloak, postgres; those that are started */
    public synchronized Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> named = new LinkedHashMap<>();
        processes.forEach((part, process) -> named.put(part.name().toLowerCase(Locale.ROOT), process));
        return named;
    }

    private Child started(Part part, Child child) {
        started(part, child::stop);
        synchronized (this) {
            processes.put(part, child.handle());
        }
        return child;
    }

    private void started(Part part, Runnable stop) {
        synchronized (this) {
            if (!closed) {
                stops.put(part, stop);
                return;
            }
        }
        // Ctrl-C came between the decision to start and the start
        stop.run();
        throw new Fault("Stopped while " + part.spoken + " was starting.");
    }

    /** @return addresses and secrets of this system */
    public Settings settings() {
        return settings;
    }

    /**
     * Blocks until one of the servers ends by itself, and throws a fault that says which. An application that ends because
     * {@link Restart} asked for it is started again.
     */
    public void await() {
        while (!isClosed()) {
            CompletableFuture.anyOf(ends()).join();
            if (isClosed()) {
                return;
            }
            if (!Restart.taken(data) || !onlyApplicationEnded()) {
                throw new Fault("Casebook stops because " + ended() + " ended; see the logs in "
                        + data.root().resolve("log") + ".");
            }
            startApplicationAgain();
        }
    }

    private synchronized CompletableFuture<?>[] ends() {
        return processes.values().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    }

    private synchronized List<Part> dead() {
        return processes.keySet().stream()
                .filter(part -> !processes.get(part).isAlive())
                .toList();
    }

    private boolean onlyApplicationEnded() {
        return dead().equals(List.of(Part.APPLICATION));
    }

    private String ended() {
        return dead().stream().map(part -> part.spoken).collect(Collectors.joining(" and "));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        Map<Part, Runnable> running;
        synchronized (this) {
            closed = true;
            running = new EnumMap<>(stops);
            stops.clear();
        }
        running.forEach((part, stop) -> {
            progress.say("Stopping " + part.spoken);
            stop.run();
        });
        data.pidFile(Leftovers.LAUNCHER).delete();
    }
}
