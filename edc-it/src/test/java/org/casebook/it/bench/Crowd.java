package org.casebook.it.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.casebook.it.Figures;
import org.casebook.runtime.Fault;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Target;

/** Many people at once, each with a session of his own, who open, save, look at matrix, queries and history, and think. */
final class Crowd {
    static final int USUAL = 70;
    static final int MOST = 10_000;
    static final Duration THINK = Duration.ofSeconds(20);
    static final Duration WARMING = Duration.ofSeconds(60);
    static final Duration LENGTH = Duration.ofMinutes(3);
    static final Duration STEP = Duration.ofSeconds(30);

    private static final double GOAL_MS = 150;
    private static final double BEARABLE_MS = 500;
    private static final int SAVING = 40;
    private static final int OPENING = 75;
    private static final int MATRIX = 85;
    private static final int QUERIES = 92;
    private static final int ALL = 100;
    private static final double NANOS = 1e6;

    private final List<Person> people = new ArrayList<>();

    /**
     * What a crowd found.
     *
     * @param errors answers that were refusals or none
     * @param generator share of the machine that the simulation itself took, from 0 to 1
     */
    record Result(int users, Sample sample, int errors, double generator) {

        boolean bearable() {
            return sample.p95() < BEARABLE_MS;
        }

        String inWords() {
            return "%d users: median %.1f ms, p95 %.1f ms, %d acts, %d errors, simulation %.2f of the machine"
                    .formatted(users, sample.median(), sample.p95(), sample.size(), errors, generator);
        }

        void report(Table table) {
            String who = users + " users with 20 s of thought";
            table.row(who + ", " + sample.size() + " acts", sample, new Sample(), GOAL_MS, "");
            table.figure(who + ": errors", errors, "", "0");
            table.figure(who + ": processor share of the simulation", generator, "of the machine", "");
            Figures.atMost(who + ", p95", sample.p95(), "ms", GOAL_MS);
            Figures.atMost(who + ", errors", errors, "answers", 0);
            Figures.add(who + ", processor share of the simulation", generator, "of the machine", "", true);
        }
    }

    /** Signs in as many people; it takes a fraction of a second for each. */
    Crowd(Target target, PeerStudy study, int size) {
        for (int i = 0; i < size; i++) {
            Browser browser = new Browser(target, PeerStudy.ACCOUNT);
            browser.login();
            people.add(new Person(study, new PeerForms(study, browser), browser, i));
        }
    }

    /** One of them; nobody else saves in his form. */
    private record Person(PeerStudy study, PeerForms forms, Browser browser, int number) {

        void act() {
            int dice = ThreadLocalRandom.current().nextInt(ALL);
            if (dice < SAVING) {
                forms.save(forms.vitals(number));
            } else if (dice < OPENING) {
                int any = ThreadLocalRandom.current().nextInt(forms.subjects());
                browser.page(forms.address(forms.vitals(any)));
            } else if (dice < MATRIX) {
                browser.page("/subject/subjects.xhtml?" + study.place());
            } else if (dice < QUERIES) {
                browser.page("/query/queries.xhtml?" + study.place());
            } else {
                browser.entry("GET", forms.history(forms.vitals(number)), null);
            }
        }
    }

    /**
     * Lets them work.
     *
     * @param users how many people are meant; with more than there are sessions, each thinks shorter in proportion
     * @param think mean time between answer and next act, exponentially distributed
     * @param length how long
     */
    Result work(int users, Duration think, Duration length) {
        Sample sample = new Sample();
        sample.round();
        AtomicInteger errors = new AtomicInteger();
        double mean = think.toNanos() * (double) people.size() / users;
        long begin = System.nanoTime();
        long processor = processor();
        List<Thread> threads = people.stream()
                .map(person -> new Thread(() -> {
                    long end = begin + length.toNanos();
                    while (pause(mean, end)) {
                        act(person, sample, errors);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Crowd::join);
        double machine =
                (System.nanoTime() - begin) * (double) Runtime.getRuntime().availableProcessors();
        return new Result(users, sample, errors.get(), (processor() - processor) / machine);
    }

    private static void act(Person person, Sample sample, AtomicInteger errors) {
        long asked = System.nanoTime();
        try {
            person.act();
        } catch (Fault refused) {
            errors.incrementAndGet();
            System.out.println(refused.getMessage());
        }
        double took = (System.nanoTime() - asked) / NANOS;
        synchronized (sample) {
            sample.add(took);
        }
    }

    /** Thinks, but not beyond the end; false when it has come. */
    private static boolean pause(double mean, long end) {
        double random = 1 - ThreadLocalRandom.current().nextDouble();
        long thought = (long) (-Math.log(random) * mean);
        LockSupport.parkNanos(Math.min(thought, end - System.nanoTime()));
        return System.nanoTime() < end;
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
