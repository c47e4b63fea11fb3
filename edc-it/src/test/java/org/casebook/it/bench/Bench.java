package org.casebook.it.bench;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
 * {@code ./edc bench [part …]}: starts the demonstration twice on a folder of its own and measures. Prints one table; the
 * figures go to {@code target/figures.json}. Without a part all are measured, in three quarters of an hour.
 */
public final class Bench {
    private static final int ROUNDS = 7;
    private static final int KILLS = 20;
    private static final int FEW = 10;
    private static final int SOME = 100;
    private static final int MANY = 1000;
    private static final int MINUTES = 10;
    private static final double START_SECONDS = 40;
    private static final double APPLICATION_MB = 600;
    private static final double NANOS = 1e9;

    private final Home home = Home.current();
    private final Progress progress = new Progress(System.out);
    private final Table table = new Table();
    private final Set<Part> parts;

    /** What can be measured by itself. */
    private enum Part {
        SPEED,
        VITALS,
        CROWD,
        HEAP,
        KILL
    }

    private Bench(Set<Part> parts) {
        this.parts = parts;
    }

    /** @param words the parts, for example {@code speed crowd}; none: all of them */
    public static void main(String[] words) throws SQLException {
        // the server closes what is idle for half a minute; a browser then connects again, the JDK's client calls it an
        // error
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
        Set<Part> named = Arrays.stream(words)
                .map(word -> Part.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        new Bench(named.isEmpty() ? EnumSet.allOf(Part.class) : named).run();
        // the browser's driver keeps threads of its own
        System.exit(0);
    }

    private void run() throws SQLException {
        DataFolder data = DataFolder.open(home.root().resolve("edc-it/target/bench"), true, progress);
        Ports ports = Ports.free();
        try (LocalSystem first = new LocalSystem(home, data, ports, progress)) {
            first.start(home.ear());
            if (parts.contains(Part.KILL)) {
                new DemoTrial(target(first.settings()), progress).load(data.root());
            }
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
            measure(second);
            memory(second, "after the bench");
        }
        progress.print(table.markdown());
    }

    private void measure(LocalSystem system) throws SQLException {
        Target target = target(system.settings());
        LiveHeap heap = new LiveHeap(system.processes().get("application"));
        if (parts.contains(Part.SPEED)) {
            for (int participants : List.of(FEW, SOME, MANY)) {
                new Speed(target, system.settings(), peer(target, participants), table).run(ROUNDS);
            }
            new Storm(target, system.settings(), peer(target, MANY)).run(ROUNDS, table);
        }
        if (parts.contains(Part.VITALS)) {
            new Vitals(target, peer(target, SOME)).run(3 * ROUNDS, table);
        }
        if (parts.contains(Part.CROWD)) {
            crowd(target);
        }
        if (parts.contains(Part.HEAP)) {
            heap.openForms(target, peer(target, SOME), table);
            heap.slope(target, peer(target, SOME), MINUTES, table);
        }
        if (parts.contains(Part.KILL)) {
            kill(system);
        }
    }

    private PeerStudy peer(Target target, int participants) {
        progress.say("The peer study with " + participants + " participants");
        PeerStudy study = PeerStudy.load(target, participants);
        study.reportLoading(table);
        return study;
    }

    /** The crowd that is asked for, and then larger ones until they wait half a second. */
    private void crowd(Target target) {
        Crowd crowd = new Crowd(target, peer(target, MANY), Crowd.USUAL);
        // ten times as busy, so that a minute makes the server as warm as a morning's work does
        crowd.work(Crowd.USUAL * 10, Crowd.THINK, Crowd.WARMING);
        Crowd.Result usual = crowd.work(Crowd.USUAL, Crowd.THINK, Crowd.LENGTH);
        usual.report(table);
        progress.say(usual.inWords());
        Crowd.Result last = usual;
        for (int users = Crowd.USUAL * 2; last.bearable() && users < Crowd.MOST; users = users * 3 / 2) {
            last = crowd.work(users, Crowd.THINK, Crowd.STEP);
            progress.say(last.inWords());
            table.figure("p95 with " + users + " users", last.sample().p95(), "ms, " + last.errors() + " errors", "");
        }
        table.figure("users at whom p95 reaches 500 ms", last.users(), "users", "");
        Figures.add("users at whom p95 reaches 500 ms", last.users(), "users", "", true);
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
