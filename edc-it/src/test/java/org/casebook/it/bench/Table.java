package org.casebook.it.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** One Markdown table of everything that the bench measured. */
final class Table {
    private final StringBuilder text = new StringBuilder("""
            | work | median ms | p95 ms | medians of the rounds | goal p95 | baseline median (p95) | peer at 10, at 1,000: median (p95) |
            |---|---|---|---|---|---|---|
            """);
    private final StringBuilder figures = new StringBuilder();

    void row(String work, Sample sample, Sample baseline, double goal, String peer) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %s | %s | %s | %s |%n",
                work,
                sample.median(),
                sample.p95(),
                sample.range(),
                Double.isNaN(goal) ? "" : "≤ " + goal + (sample.p95() <= goal ? "" : " missed"),
                baseline.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f (%.1f)", baseline.median(), baseline.p95()),
                peer.replace("|", "·")));
    }

    void figure(String name, double value, String unit, String goal) {
        figures.append(String.format(Locale.ROOT, "| %s | %.1f %s | %s |%n", name, value, unit, goal));
    }

    String markdown() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int cores = Runtime.getRuntime().availableProcessors();
        return text + "\n| figure | value | goal |\n|---|---|---|\n" + figures
                + String.format(Locale.ROOT, "%nLoad average %.1f on %d processors.%n", load, cores);
    }
}
