package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./edc restart}: has the launcher of a running demonstration start its application again, with the EAR that is
 * built now, while PostgreSQL and Keycloak go on.
 */
final class Restart {
    private static final int STOP_SECONDS = 30;

    private final Home home;
    private final Progress progress;

    Restart(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    void run(List<String> words) {
        Path folder = DemoOptions.of(words, home.demoData()).data();
        DataFolder data = DataFolder.open(folder);
        ProcessHandle application = data.pidFile("application")
                .running()
                .orElseThrow(
                        () -> new Fault("No demonstration runs from " + data.root() + "; start it by ./edc demo."));
        Secrets secrets = Secrets.of(data.secrets());
        Settings settings = new Settings(new Ports(0, 0, 0, Postgres.port(data)), secrets);
        // by this launcher, which has the schema of the EAR that is built now, not by the one that has run for a while
        progress.say(Schema.migrate(settings.database(), settings.ownerUser(), settings.ownerPassword()));
        try {
            Files.writeString(marker(data), "asked for by ./edc restart\n");
        } catch (IOException e) {
            throw new Fault("The folder " + data.root() + " cannot be written.", e);
        }
        application.destroy();
        if (!Liveness.ends(application, STOP_SECONDS)) {
            application.destroyForcibly();
        }
        progress.say("The application was stopped; the demonstration's own window tells when it is ready again");
    }

    private static Path marker(DataFolder data) {
        return data.root().resolve("run/restart");
    }

    /** @return whether a restart was asked for; asking counts once */
    static boolean taken(DataFolder data) {
        try {
            return Files.deleteIfExists(marker(data));
        } catch (IOException e) {
            return false;
        }
    }
}
