package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.casebook.it.Figures;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Target;
import org.casebook.runtime.demo.Tokens;

/**
 * How long opening a form, saving an item, the matrix and the home page take, over HTTP by one signed-in person, beside the
 * same work in plain SQL. The two are interleaved round by round, so that a busy machine slows both.
 */
final class Speed {
    private static final String PLACE = "study=BMMSC&site=101";
    private static final int IN_A_ROUND = 20;
    private static final double SAVE_MS = 30;
    private static final double SAVE_TIMES = 15;
    private static final double OPEN_MS = 40;
    private static final double MATRIX_MS = 30;
    private static final double HOME_MS = 60;

    private final Target target;
    private final Settings settings;
    private final Table table;
    private final Map<String, Sample> samples = new TreeMap<>();
    private Browser coordinator;
    private long byForm;
    private long bySql;

    Speed(Target target, Settings settings, Table table) {
        this.target = target;
        this.settings = settings;
        this.table = table;
    }

    /** @param rounds at least 1; the figures count from 5 on */
    void run(int rounds) throws SQLException {
        prepare();
        try (RawSql sql = new RawSql(settings)) {
            round(sql);
            samples.clear();
            for (int i = 0; i < rounds; i++) {
                round(sql);
            }
        }
        report();
    }

    private void prepare() {
        coordinator = new Browser(target, "coordinator-101");
        coordinator.login();
        Rest rest = new Rest(target, new Tokens(settings.issuer()), "coordinator-101");
        byForm = form(rest);
        bySql = form(rest);
    }

    private static long form(Rest rest) {
        String subject = rest.post("/studies/BMMSC/participants?site=101", null)
                .path("subject")
                .asText();
        Map<String, String> wanted = Map.of("subject", subject, "event", "SE_SCREEN", "form", "IE");
        long id = rest.post("/studies/BMMSC/forms?site=101", wanted)
                .path("header")
                .path("id")
                .asLong();
        rest.put(
                "/studies/BMMSC/forms/" + id + "/items?site=101",
                List.of(Map.of(
                        "key", UUID.randomUUID().toString(), "item", "LBPDUR", "text", "12", "itemRevision", 0)));
        return id;
    }

    private void round(RawSql sql) {
        long[] revision = {1};
        repeat("save", () -> save(revision), () -> sql.save(bySql, "LBPDUR"));
        repeat("open", () -> coordinator.page("/capture/case-form.xhtml?" + PLACE + "&form=" + byForm), () -> {
            sql.read(byForm);
            coordinator.page("/help/signs.xhtml?" + PLACE);
        });
        repeat("matrix", () -> coordinator.page("/subject/subjects.xhtml?" + PLACE), () -> sql.matrix("BMMSC"));
        repeat("home", () -> coordinator.page("/home.xhtml?" + PLACE), () -> sql.matrix("BMMSC"));
    }

    private void repeat(String name, Runnable work, Runnable baseline) {
        Sample ours = samples.computeIfAbsent(name, key -> new Sample());
        Sample theirs = samples.computeIfAbsent(name + " baseline", key -> new Sample());
        ours.round();
        theirs.round();
        for (int i = 0; i < IN_A_ROUND; i++) {
            ours.measure(work);
            theirs.measure(baseline);
        }
    }

    private void save(long[] revision) {
        if (revision[0] == 1) {
            String path = "/studies/BMMSC/forms/" + byForm + "?site=101";
            JsonNode form = new Rest(target, new Tokens(settings.issuer()), "coordinator-101").get(path);
            revision[0] = form.path("items").path("LBPDUR").path("revision").asLong();
        }
        Map<String, Object> body = Map.of(
                "key", UUID.randomUUID().toString(),
                "text", Long.toString(System.nanoTime() % 400 + 6),
                "itemRevision", revision[0]);
        JsonNode saved = coordinator.entry("PUT", "/forms/" + byForm + "/items/LBPDUR?" + PLACE, body);
        revision[0] = saved.path("item").path("revision").asLong();
    }

    private void report() {
        line("save", "autosave of one item", "the same update and audit insert in SQL", SAVE_MS);
        Sample save = samples.get("save");
        double times = save.p95() / samples.get("save baseline").p95();
        Figures.atMost("autosave p95, times raw SQL", times, "×", SAVE_TIMES);
        line("open", "open a form of 20 items", "SQL read of it and an empty page", OPEN_MS);
        line("matrix", "participant matrix", "the SQL behind it", MATRIX_MS);
        line("home", "home", "the SQL behind it", HOME_MS);
    }

    private void line(String name, String work, String baseline, double goal) {
        Sample ours = samples.get(name);
        Sample theirs = samples.get(name + " baseline");
        table.row(work, ours, goal);
        table.row("– beside it: " + baseline, theirs, Double.NaN);
        Figures.add(work + ", median", ours.median(), "ms", "", true);
        Figures.atMost(work + ", p95", ours.p95(), "ms", goal);
        Figures.add(work + ", baseline median", theirs.median(), "ms", "", true);
        Figures.add(work + ", baseline p95", theirs.p95(), "ms", "", true);
    }
}
