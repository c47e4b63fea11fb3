package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten thousand races of 2 to 32 people at one form, by chance: each acknowledged change is in the trail, in order, and the last one stands. */
class SaveRacesIT {
    private static final int RACES = Integer.getInteger("casebook.races", 10_000);
    private static final double PATIENCE_MS = Duration.ofMinutes(30).toMillis();

    @Test
    void no_race_loses_an_update() {
        long seed = System.nanoTime();
        long begin = System.nanoTime();
        String[] lines;
        try (Playwright playwright = Playwright.create()) {
            APIRequestContext caller = playwright.request().newContext(new APIRequest.NewContextOptions());
            lines = caller.get(
                            Running.system().url("/it/races?count=" + RACES + "&seed=" + seed),
                            RequestOptions.create().setTimeout(PATIENCE_MS))
                    .text()
                    .split("\n");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String[] counts = lines[0].split(" ");
        Figures.add("races of 2 to 32 people at one form", Integer.parseInt(counts[0]), "races", "", true);
        Figures.add("saves tried in races", Integer.parseInt(counts[1]), "saves", "", true);
        Figures.add("saves acknowledged in races", Integer.parseInt(counts[2]), "saves", "", true);
        Figures.add("time for all races", Math.round(seconds), "s", "", true);
        Figures.atMost("updates lost in races", Integer.parseInt(counts[4]), "updates", 0);
        assertThat(lines).as("seed " + seed).hasSize(1);
        assertThat(Integer.parseInt(counts[0])).isEqualTo(RACES);
        assertThat(Integer.parseInt(counts[3])).as("refused").isGreaterThan(RACES / 2);
    }
}
