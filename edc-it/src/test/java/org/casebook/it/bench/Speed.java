package org.casebook.it.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.casebook.it.Figures;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Target;

/**
 * How long the daily work takes on the peer study, over HTTP by one signed-in person, beside the same work in plain SQL. The
 * two are interleaved round by round, so that a busy machine slows both.
 */
final class Speed {
    /** The goals are those of a server that is warm: before the first figure counts, each work was done sixty times. */
    private static final int WARMING = 3;

    private static final int IN_A_ROUND = 20;
    private static final int LOGINS_IN_A_ROUND = 2;
    private static final int NEW_IN_A_ROUND = 2;
    private static final int NEW_WHILE_WARMING = 7;
    private static final double SAVE_MS = 30;
    private static final double SAVE_TIMES = 15;
    private static final double OPEN_MS = 40;
    private static final double MATRIX_15_MS = 30;
    private static final double MATRIX_50_MS = 50;
    private static final double HOME_MS = 60;
    private static final double NO_GOAL = Double.NaN;

    private final Target target;
    private final PeerStudy study;
    private final Table table;
    private final RawSql sql;
    private final List<Work> works = new ArrayList<>();
    private PeerForms forms;
    private Browser person;

    /**
     * One kind of work.
     *
     * @param baseline what it is held against; null for none
     * @param peer the other system's median and p95 on it, as published; empty when it has none
     */
    private record Work(
            String words,
            double goal,
            int times,
            Consumer<Sample> measured,
            Runnable baseline,
            String peer,
            Sample ours,
            Sample theirs) {}

    Speed(Target target, Settings settings, PeerStudy study, Table table) throws SQLException {
        this.target = target;
        this.study = study;
        this.table = table;
        this.sql = new RawSql(settings);
    }

    /** @param rounds at least 1; the figures count from 5 on */
    void run(int rounds) throws SQLException {
        person = new Browser(target, PeerStudy.ACCOUNT);
        person.login();
        forms = new PeerForms(study, person);
        plan();
        for (int i = 0; i < WARMING; i++) {
            round();
            // each participant's three forms: sixty of these too
            Sample more = new Sample();
            more.round();
            for (int n = NEW_IN_A_ROUND; n < NEW_WHILE_WARMING; n++) {
                forms.openNew(more);
            }
        }
        works.forEach(work -> {
            work.ours().forget();
            work.theirs().forget();
        });
        for (int i = 0; i < rounds; i++) {
            round();
        }
        works.forEach(this::report);
        Work save = works.get(0);
        String name = study.words("autosave p95, times raw SQL");
        Figures.atMost(name, save.ours().p95() / save.theirs().p95(), "×", SAVE_TIMES);
        sql.close();
    }

    private void plan() {
        long ours = forms.vitals(0);
        long theirs = forms.vitals(1);
        add("autosave of one item", SAVE_MS, IN_A_ROUND, () -> forms.save(ours), () -> sql.save(theirs, "PULSE"), "");
        page(
                "open a form of 10 items with data",
                OPEN_MS,
                forms.address(forms.demographics(0)),
                theirs,
                "81 (104) | 50 (70)");
        page("open a form of 20 items with data", OPEN_MS, forms.address(ours), theirs, "");
        works.add(new Work(
                "start and open a new form of 20 items",
                OPEN_MS,
                NEW_IN_A_ROUND,
                forms::openNew,
                () -> empty(theirs),
                "76 (149) | 47 (72)",
                new Sample(),
                new Sample()));
        list("participant matrix, 15 rows", MATRIX_15_MS, "/subject/subjects.xhtml?rows=15&", "32 (93) | 27 (34)");
        list("participant matrix, 50 rows", MATRIX_50_MS, "/subject/subjects.xhtml?rows=50&", "– | 41 (51)");
        list(
                "participant page",
                NO_GOAL,
                "/subject/subject.xhtml?subject=" + forms.subject(0) + "&",
                "29 (58) | 22 (26)");
        list("queries page", NO_GOAL, "/query/queries.xhtml?", "– | 23 (74)");
        list("home", HOME_MS, "/home.xhtml?", "");
        add("login and home", NO_GOAL, LOGINS_IN_A_ROUND, this::login, null, "67 (168) | 61 (77)");
    }

    private void add(String words, double goal, int times, Runnable work, Runnable baseline, String peer) {
        works.add(new Work(
                words, goal, times, sample -> sample.measure(work), baseline, peer, new Sample(), new Sample()));
    }

    private void page(String words, double goal, String address, long other, String peer) {
        add(words, goal, IN_A_ROUND, () -> person.page(address), () -> empty(other), peer);
    }

    private void list(String words, double goal, String page, String peer) {
        String address = page + study.place();
        add(words, goal, IN_A_ROUND, () -> person.page(address), () -> sql.matrix(study.key()), peer);
    }

    /** A page of the same frame that shows no data, and the SQL that reads a form. */
    private void empty(long form) {
        sql.read(form);
        person.page("/help/signs.xhtml?" + study.place());
    }

    private void login() {
        Browser another = new Browser(target, PeerStudy.ACCOUNT);
        another.login();
        another.page("/home.xhtml?" + study.place());
    }

    private void round() {
        for (Work work : works) {
            work.ours().round();
            work.theirs().round();
            for (int i = 0; i < work.times(); i++) {
                work.measured().accept(work.ours());
                if (work.baseline() != null) {
                    work.theirs().measure(work.baseline());
                }
            }
        }
    }

    private void report(Work work) {
        String words = study.words(work.words());
        table.row(words, work.ours(), work.theirs(), work.goal(), work.peer());
        Figures.add(words + ", median", work.ours().median(), "ms", "", true);
        if (Double.isNaN(work.goal())) {
            Figures.add(words + ", p95", work.ours().p95(), "ms", "", true);
        } else {
            Figures.atMost(words + ", p95", work.ours().p95(), "ms", work.goal());
        }
        if (!work.theirs().isEmpty()) {
            Figures.add(words + ", baseline median", work.theirs().median(), "ms", "", true);
            Figures.add(words + ", baseline p95", work.theirs().p95(), "ms", "", true);
        }
    }
}
