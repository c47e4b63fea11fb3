package org.casebook.runtime;

import java.util.List;

/** What an earlier run left behind in the data folder: a launcher that still runs, or servers without their launcher. */
final class Leftovers {
    static final String LAUNCHER = "launcher";
    private static final List<String> SERVERS = List.of("application", "keycloak");

    private Leftovers() {}

    /**
     * Refuses when a launcher still runs on the folder; ends servers that lost theirs.
     *
     * @param data the folder
     * @param progress told what was ended
     */
    static void settle(DataFolder data, Progress progress) {
        data.pidFile(LAUNCHER).running().ifPresent(launcher -> {
            throw new Fault("Casebook already runs from " + data.root() + " (process " + launcher.pid()
                    + "); use it, stop it with: kill " + launcher.pid() + ", or name another folder by --data.");
        });
        for (String server : SERVERS) {
            data.pidFile(server).running().ifPresent(process -> {
                progress.say("Ending the " + server + " (process " + process.pid() + ") of a run that was killed");
                Child.stop(process);
            });
            data.pidFile(server).delete();
        }
        Postgres.running(data).ifPresent(postmaster -> {
            progress.say("Ending the database (process " + postmaster.pid() + ") of a run that was killed");
            Child.stop(postmaster);
        });
        Postgres.forget(data);
    }
}
