package org.casebook.it.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.casebook.it.Figures;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Target;

/** Autosaves per second of eight people who never pause, beside the same transactions of eight database connections. */
final class Storm {
    private static final int USERS = 8;
    /** Half a minute, until the compiler of the JVM has done with the way of a save. */
    private static final int WARMING = 6;

    private static final double SHARE = 0.15;
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final List<Runnable> ours = new ArrayList<>();
    private final List<Runnable> theirs = new ArrayList<>();

    Storm(Target target, Settings settings, PeerStudy study) throws SQLException {
        for (int i = 0; i < USERS; i++) {
            Browser browser = new Browser(target, PeerStudy.ACCOUNT);
            browser.login();
            PeerForms forms = new PeerForms(study, browser);
            long form = forms.vitals(i);
            long other = forms.demographics(i);
            RawSql sql = new RawSql(settings);
            ours.add(() -> forms.save(form));
            theirs.add(() -> sql.save(other, "REMARK"));
        }
    }

    void run(int rounds, Table table) {
        for (int i = 0; i < WARMING; i++) {
            perSecond(ours);
        }
        perSecond(theirs);
        double saves = 0;
        double raw = 0;
        for (int i = 0; i < rounds; i++) {
            saves += perSecond(ours) / rounds;
            raw += perSecond(theirs) / rounds;
        }
        double share = saves / raw;
        table.figure("autosaves per second, 8 users", saves, "/s", "");
        table.figure("the same transactions by plain JDBC", raw, "/s", "");
        table.figure("autosaves as a share of plain JDBC", share, "", "≥ " + SHARE);
        Figures.add("autosaves per second, 8 users", saves, "/s", "", true);
        Figures.add("autosaves per second by plain JDBC, 8 connections", raw, "/s", "", true);
        Figures.add("autosaves as a share of plain JDBC", share, "", "at least " + SHARE, share >= SHARE);
    }

    private static double perSecond(List<Runnable> works) {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> threads = works.stream()
                .map(work -> new Thread(() -> {
                    while (System.nanoTime() - begin < ROUND.toNanos()) {
                        work.run();
                        done.incrementAndGet();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
