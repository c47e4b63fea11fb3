package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casebook.it.Accounts;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command that works past allocations out again, as an operator calls it, on the demonstration's trial. */
class ReplayCommandIT {
    private static final String ALLOCATIONS = "/studies/" + Trial.STUDY + "/allocations";

    /** What a command said and how it ended. */
    private record Said(int status, String text) {}

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void every_allocation_of_the_demonstration_comes_out_the_same() throws Exception {
        JsonNode all = Trial.as("statistician").get(ALLOCATIONS + "/replays");
        assertThat(all.size()).isPositive();
        Said said = command("statistician", "--study", Trial.STUDY);
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("come out the same: " + all.size() + " of " + all.size())
                .doesNotContain("ARM_");
        String subject = all.get(0).path("subject").asText();
        Said told = command("statistician", "--study", Trial.STUDY, "--subject", subject, "--tell");
        assertThat(told.status()).isZero();
        assertThat(told.text())
                .contains(subject, all.get(0).path("recorded").asText())
                .contains("1 of 1");
    }

    @Test
    void the_blinded_and_unknown_participants_are_refused_in_a_sentence() throws Exception {
        Said blinded = command("sponsor", "--study", Trial.STUDY);
        assertThat(blinded.status()).isEqualTo(1);
        assertThat(blinded.text()).contains("Refused (403)").doesNotContain("ARM_");
        Said unknown = command("statistician", "--study", Trial.STUDY, "--subject", "101-999");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.text()).contains("Refused (404)");
        assertThat(command("statistician", "--subject", "101-001").text()).contains("Say which study");
        assertThat(command("statistician", "--study", Trial.STUDY, "--all").text())
                .contains("not understood");
    }

    private static Said command(String account, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcasebook.home=" + System.getProperty("casebook.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.casebook.runtime.Main",
                "replay-allocation"));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("EDC_TOKEN", Accounts.token(account));
        builder.environment().put("EDC_PUBLIC_URL", Running.system().url(""));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
