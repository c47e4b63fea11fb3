package org.casebook.runtime;

import java.nio.file.Path;
import java.util.Map;

/** {@code ./edc run}: the application alone, against a PostgreSQL and a Keycloak of the operator's. */
final class Run {
    private static final String PORT = "8080";

    private final Home home;
    private final Progress progress;

    Run(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    void run() {
        ExternalSettings settings = ExternalSettings.of(System.getenv(), home.properties());
        Map<String, String> environment = settings.all(ExternalSettings.TO_RUN);
        String attachments = settings.get("EDC_ATTACHMENTS", "");
        if (!attachments.isBlank()) {
            environment.put(
                    "EDC_ATTACHMENTS", Path.of(attachments).toAbsolutePath().toString());
        }
        for (String name : ExternalSettings.MAIL) {
            String value = settings.get(name, "");
            if (!value.isBlank()) {
                environment.put(name, value);
            }
        }
        int port = Integer.parseInt(settings.get("EDC_PORT", PORT));
        DataFolder data = DataFolder.open(Path.of(
                settings.get("EDC_DATA", home.root().resolve(".casebook/run").toString())));
        Preflight.built(home.ear());
        Preflight.space(data.root());
        Leftovers.settle(data, progress);
        Ports.mustBeFree("the application", port);
        Schema.mustFit(
                environment.get("EDC_DB_URL"), environment.get("EDC_DB_USER"), environment.get("EDC_DB_PASSWORD"));
        MicroJar micro = new MicroJar(Cache.ofUser(), new Distributions());
        Application application = new Application(micro.path(), home.payara(), home.ear(), port);
        data.pidFile(Leftovers.LAUNCHER).write(ProcessHandle.current());
        progress.say("Starting the application; its log is " + data.log("application"));
        Child child = application.start(data, environment);
        Runtime.getRuntime().addShutdownHook(new Thread(child::stop, "stop"));
        application.await(child);
        progress.say("Casebook is ready on port " + port + " for " + environment.get("EDC_PUBLIC_URL"));
        child.ended().join();
        throw child.failed("ended");
    }
}
