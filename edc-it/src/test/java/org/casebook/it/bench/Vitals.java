package org.casebook.it.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebook.it.Accounts;
import org.casebook.it.Chromium;
import org.casebook.it.Figures;
import org.casebook.runtime.demo.Target;

/** What a person's browser feels: largest contentful paint, interaction to next paint, layout shift (web.dev/vitals). */
final class Vitals {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 850;
    private static final double SECOND = 1000;
    private static final double PAINT_S = 1.0;
    private static final double INTERACTION_MS = 100;
    private static final double SHIFT = 0.02;

    /**
     * The largest paint; all shifts, also those within half a second of an input, a typing nurse sees them; and of the
     * interactions the slowest, of which one in fifty is passed over (web.dev/articles/inp).
     */
    private static final String OBSERVER = """
            const slow = new Map();
            const slowest = () => [...slow.values()].sort((a, b) => b - a);
            window.vitals = { paint: 0, shift: 0,
              get interaction() { return slowest()[Math.floor(performance.interactionCount / 50)] || 0; },
              get slowest() { return slowest()[0] || 0; } };
            const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each))
              .observe({ type, buffered: true, ...more });
            observe("largest-contentful-paint", (entry) => { vitals.paint = Math.max(vitals.paint, entry.startTime); });
            observe("layout-shift", (entry) => { vitals.shift += entry.value; });
            observe("event", (entry) => {
              const id = entry.interactionId;
              if (id) { slow.set(id, Math.max(slow.get(id) || 0, entry.duration)); }
            }, { durationThreshold: 16 });
            """;

    private final Target target;
    private final PeerStudy study;

    Vitals(Target target, PeerStudy study) {
        this.target = target;
        this.study = study;
    }

    void run(int rounds, Table table) {
        Map<String, Sample> samples = new TreeMap<>();
        try (BrowserContext context =
                Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT))) {
            context.addInitScript(OBSERVER);
            Page page = context.newPage();
            signIn(page);
            PeerForms forms = new PeerForms(study, null);
            for (int i = 0; i <= rounds; i++) {
                Map<String, Sample> kept = i == 0 ? new TreeMap<>() : samples;
                visit(page, "/subject/subjects.xhtml?" + study.place(), of(kept, "participant matrix"));
                visit(page, "/home.xhtml?" + study.place(), of(kept, "home"));
                visit(page, forms.address(forms.vitals(i)), of(kept, "form"));
                fill(page, kept);
            }
        }
        samples.forEach((name, sample) -> report(name, sample, table));
    }

    private static Sample of(Map<String, Sample> samples, String name) {
        return samples.computeIfAbsent(name, key -> {
            Sample sample = new Sample();
            sample.round();
            return sample;
        });
    }

    private void signIn(Page page) {
        page.navigate(target.application() + "/home.xhtml");
        page.fill("#username", PeerStudy.ACCOUNT);
        page.fill("#password", Accounts.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(target.application()));
    }

    private void visit(Page page, String path, Sample paint) {
        page.navigate(target.application() + path);
        page.waitForTimeout(SECOND / 2);
        paint.add(vital(page, "paint"));
    }

    /** Types into every field of text, a value out of range among them, and goes on by Tab. */
    private static void fill(Page page, Map<String, Sample> kept) {
        int n = 0;
        for (Locator field :
                page.locator("#case-form .item:visible input.digits").all()) {
            field.fill("");
            field.pressSequentially(n++ == 1 ? "399" : Integer.toString(60 + n));
            field.press("Tab");
        }
        page.waitForTimeout(SECOND);
        for (String name : List.of("interaction", "slowest", "shift")) {
            of(kept, name).add(vital(page, name));
        }
    }

    private static double vital(Page page, String name) {
        return ((Number) page.evaluate("name => window.vitals[name]", name)).doubleValue();
    }

    private static void report(String name, Sample sample, Table table) {
        switch (name) {
            case "interaction" ->
                figure(table, "interaction to next paint on a form, p95", sample.p95(), "ms", INTERACTION_MS);
            case "slowest" -> {
                String words = "slowest of all interactions on a form, p95";
                table.figure(words, sample.p95(), "ms", "");
                Figures.add(words, sample.p95(), "ms", "", true);
            }
            case "shift" -> figure(table, "layout shift while a form is filled, largest", sample.p95(), "", SHIFT);
            default ->
                figure(table, "largest contentful paint, " + name + ", p95", sample.p95() / SECOND, "s", PAINT_S);
        }
    }

    private static void figure(Table table, String name, double value, String unit, double limit) {
        table.figure(name, value, unit, "≤ " + limit);
        Figures.atMost(name, value, unit, limit);
    }
}
