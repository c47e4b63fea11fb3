package org.casebook.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.it.Figures;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Target;

/** What the application holds after a full collection, asked of the running server by the JDK's own {@code jcmd}. */
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double KB = 1024;
    private static final int SESSIONS = 20;
    private static final int FORMS = 40;
    private static final double FORM_KB = 10;
    private static final double SLOPE_MB = 1;
    private static final int USERS = 8;

    private final ProcessHandle application;

    /**
     * @param process the application, or what started it
     */
    LiveHeap(ProcessHandle process) {
        application = process;
    }

    /** Bytes of live objects. */
    double bytes() {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process asked = new ProcessBuilder(jcmd, Long.toString(application.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(told);
            if (!total.find()) {
                throw new IllegalStateException("jcmd told no heap: " + told);
            }
            return Double.parseDouble(total.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a form that stays open costs: twenty people with forty forms each; the first of them can still be saved in. */
    void openForms(Target target, PeerStudy study, Table table) {
        List<Browser> people = new ArrayList<>();
        List<PeerForms> forms = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Browser browser = new Browser(target, PeerStudy.ACCOUNT);
            browser.login();
            people.add(browser);
            forms.add(new PeerForms(study, browser));
            browser.page(forms.get(i).address(forms.get(i).vitals(0)));
        }
        double before = bytes();
        int saved = 0;
        for (int i = 0; i < SESSIONS; i++) {
            for (int form = 0; form < FORMS; form++) {
                people.get(i).page(forms.get(i).address(forms.get(i).vitals(form)));
            }
            // the oldest of the forty, by now long out of any cache of views
            forms.get(i).saveOnce(forms.get(i).vitals(0));
            saved++;
        }
        double each = Math.max(0, bytes() - before) / (SESSIONS * FORMS) / KB;
        table.figure("session memory of an open form", each, "KB", "≤ " + FORM_KB);
        table.figure("saves in the oldest of 40 open forms", saved, "of " + SESSIONS, "all");
        Figures.atMost("session memory of an open form", each, "KB", FORM_KB);
        Figures.add("saves in the oldest of 40 open forms", saved, "saves", "20", saved == SESSIONS);
    }

    /** How the heap grows while eight people work at random. */
    void slope(Target target, PeerStudy study, int minutes, Table table) {
        Crowd crowd = new Crowd(target, study, USERS);
        Duration think = Duration.ofMillis(200);
        crowd.work(USERS, think, Duration.ofMinutes(1));
        List<Double> megabytes = new ArrayList<>();
        megabytes.add(bytes() / KB / KB);
        for (int i = 0; i < minutes; i++) {
            crowd.work(USERS, think, Duration.ofMinutes(1));
            megabytes.add(bytes() / KB / KB);
        }
        double slope = slope(megabytes);
        String name = "growth of the live heap over " + minutes + " minutes of random work";
        table.figure(name, slope, "MB a minute", "≤ " + SLOPE_MB);
        table.figure("live heap at its end", megabytes.get(minutes), "MB", "");
        Figures.atMost(name, slope, "MB/min", SLOPE_MB);
    }

    /** Of the line through the points by least squares. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }
}
