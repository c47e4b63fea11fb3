package org.casebook.it.bench;

import java.sql.SQLException;
import org.casebook.it.Figures;
import org.casebook.runtime.DataFolder;
import org.casebook.runtime.Home;
import org.casebook.runtime.LocalSystem;
import org.casebook.runtime.Ports;
import org.casebook.runtime.Progress;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Target;

/**
 * {@code ./edc bench}: starts the demonstration twice on a folder of its own, measures start, memory and speed, then kills the
 * application during saves. Prints one table; the figures go to {@code target/figures.json}.
 */
public final class Bench {
    private static final int ROUNDS = 7;
    private static final int KILLS = 20;
    private static final double START_SECONDS = 40;
    private static final double APPLICATION_MB = 600;
    private static final double NANOS = 1e9;

    private final Home home = Home.current();
    private final Progress progress = new Progress(System.out);
    private final Table table = new Table();

    private Bench() {}

    /** @param words none is known */
    public static void main(String[] words) throws SQLException {
        new Bench().run();
    }

    private void run() throws SQLException {
        DataFolder data = DataFolder.open(home.root().resolve("edc-it/target/bench"), true, progress);
        Ports ports = Ports.free();
        try (LocalSystem first = new LocalSystem(home, data, ports, progress)) {
            first.start(home.ear());
            new DemoTrial(target(first.settings()), progress).load(data.root());
        }
        try (LocalSystem second = new LocalSystem(home, data, ports, progress)) {
            long begin = System.nanoTime();
            second.start(home.ear());
            figure(
                    "second start: database, Keycloak, application",
                    (System.nanoTime() - begin) / NANOS,
                    "s",
                    START_SECONDS);
            memory(second, "after start");
            new Speed(target(second.settings()), second.settings(), table).run(ROUNDS);
            memory(second, "after the bench");
            kill(second);
        }
        progress.print(table.markdown());
    }

    private void kill(LocalSystem system) throws SQLException {
        KillDuringSaves.Count count = new KillDuringSaves(system, target(system.settings())).run(KILLS);
        table.figure("kill -9 during saves", count.kills(), "kills", "");
        table.figure("saves acknowledged", count.acknowledged(), "saves", "");
        table.figure("of these and repeated ones, present", count.present(), "saves", "");
        table.figure("lost", count.lost(), "saves", "0");
        table.figure("stored by half or twice", count.half(), "saves", "0");
    }

    private void memory(LocalSystem system, String when) {
        system.processes().forEach((name, process) -> {
            double megabytes = Memory.of(process);
            String what = "memory of " + name + " " + when;
            if (name.equals("application") && when.equals("after start")) {
                figure(what, megabytes, "MB", APPLICATION_MB);
            } else {
                table.figure(what, megabytes, "MB", "");
                Figures.add(what, megabytes, "MB", "", true);
            }
        });
    }

    private void figure(String name, double value, String unit, double limit) {
        table.figure(name, value, unit, "≤ " + limit);
        Figures.atMost(name, value, unit, limit);
    }

    private Target target(Settings settings) {
        return new Target(settings.publicUrl(), settings.issuer(), settings.clockKey(), home.studies());
    }
}
