package org.casebook.it;

import java.nio.file.Path;
import org.casebook.runtime.Home;
import org.casebook.runtime.Progress;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Target;
import org.casebook.runtime.demo.Tokens;

/**
 * The demonstration's trial in the system under test: study, sites and a dozen participants, entered by the loader that
 * {@code ./edc demo} uses. The first test that asks loads it. Tests add to it and take nothing away: it is never locked.
 */
public final class Trial {
    public static final String STUDY = "BMMSC";

    /** The demonstration's own goal; a machine under load may miss it without failing a test. */
    private static final double GOAL_SECONDS = 60;

    private static boolean loaded;
    private static RuntimeException failure;
    private static Tokens tokens;

    private Trial() {}

    /** Loads the trial once. */
    public static synchronized void load() {
        if (failure != null) {
            throw new IllegalStateException("the demonstration's trial could not be loaded", failure);
        }
        if (loaded) {
            return;
        }
        Path data = Running.system().log().getParent().getParent();
        long begin = System.nanoTime();
        try {
            new DemoTrial(target(), new Progress(System.out)).load(data);
            loaded = true;
            Figures.atMost("demonstration data loaded", (System.nanoTime() - begin) / 1e9, "s", GOAL_SECONDS);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** @return the system under test as the loader sees it */
    public static Target target() {
        Settings settings = Running.system().settings();
        return new Target(
                settings.publicUrl(),
                settings.issuer(),
                settings.clockKey(),
                Home.current().studies());
    }

    /**
     * @param account of the demonstration
     * @return REST calls with the token of that account; the trial is loaded
     */
    public static synchronized Rest as(String account) {
        load();
        if (tokens == null) {
            tokens = new Tokens(target().issuer());
        }
        return new Rest(target(), tokens, account);
    }

    /** Lets the trial's sites take participants again; for tests that try every door. */
    public static void activateSites() {
        Rest admin = as("admin");
        String sites = "/studies/" + STUDY + "/sites";
        admin.get(sites).forEach(site -> {
            if (site.path("status").asText().equals("ON_HOLD")) {
                admin.post(sites + "/" + site.path("number").asText() + "/activation", null);
            }
        });
    }
}
