package org.casebook.it.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two participants of a one-way crossover across their planned unblinding, by REST, pages and real passwords: what the site
 * sees of it, and the monitor does not.
 */
class CrossoverPageIT {
    private static final String OID = "CANARY";
    private static final String STUDY = "/studies/" + OID;
    private static final String PLACE = "?study=" + OID + "&site=101";
    private static final String SECRET = "canary4711";
    private static final Instant BEGIN = Instant.now().minusSeconds(120);

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private static Tokens tokens;
    private static final List<Person> PAIR = new ArrayList<>();
    private static int second;

    /** One of the two, with the ids of its forms by visit and form. */
    private record Person(String subject, Map<String, Long> forms) {}

    @BeforeAll
    static void twoParticipants() throws IOException, InterruptedException {
        tokens = new OwnStudy(OID).open(file());
        DemoTrial.prepareLists(as("statistician"), OID, "101", 4);
        DemoTrial.sealLists(Trial.target(), OID, null);
        Browser investigator = new Browser(Trial.target(), "investigator-101");
        investigator.login();
        List<String> subjects = new ArrayList<>();
        for (int one = 0; one < 2; one++) {
            subjects.add(firstPeriod(investigator));
        }
        for (String subject : subjects) {
            second = 40;
            investigator.at(now());
            String address = investigator
                    .entry("/crossovers/" + subject + "/unblinding" + PLACE, Map.of("reason", ""))
                    .path("address")
                    .asText();
            investigator.confirm(address);
        }
        for (String subject : subjects) {
            laterPeriod(subject);
            Map<String, Long> forms = new LinkedHashMap<>();
            for (JsonNode form : as("coordinator-101").get(STUDY + "/forms?site=101&subject=" + subject)) {
                forms.put(
                        "form-" + form.path("event").asText() + "-"
                                + form.path("form").asText(),
                        form.path("id").asLong());
            }
            PAIR.add(new Person(subject, forms));
        }
    }

    /** The same for both, to the minute. */
    private static String firstPeriod(Browser investigator) {
        second = 0;
        String subject = at("coordinator-101")
                .post(STUDY + "/participants?site=101", null)
                .path("subject")
                .asText();
        visit(subject, "SE_SCREEN", "2026-03-02");
        fill(subject, "SE_SCREEN", "SCORE", Map.of("PAIN", "60"));
        long fitness =
                fill(subject, "SE_SCREEN", "FITNESS", new TreeMap<>(Map.of("CONSDAT", "2026-03-02", "FIT", "yes")));
        JsonNode header = at("coordinator-101").post(STUDY + "/forms/" + fitness + "/complete?site=101", null);
        investigator.at(now());
        String address = investigator
                .entry(
                        "/signatures" + PLACE,
                        Map.of(
                                "meaning",
                                "APPROVAL",
                                "form-" + fitness,
                                header.path("revision").asText()))
                .path("address")
                .asText();
        investigator.confirm(address);
        at("investigator-101").post(STUDY + "/participants/" + subject + "/randomization?site=101", null);
        visit(subject, "SE_P1", "2026-03-05");
        fill(subject, "SE_P1", "DOSE", Map.of("DOSEDAT", "2026-03-05"));
        visit(subject, "SE_M6", "2026-03-19");
        fill(subject, "SE_M6", "SCORE", Map.of("PAIN", "40"));
        return subject;
    }

    private static void laterPeriod(String subject) {
        second = 60;
        JsonNode crossover = at("coordinator-101").get(STUDY + "/crossovers/" + subject + "?site=101");
        if (!crossover.path("crosses").asBoolean()) {
            visit(subject, "SE_OPEN", "2026-03-26");
            fill(subject, "SE_OPEN", "SCORE", Map.of("PAIN", "30"));
            return;
        }
        visit(subject, "SE_X", "2026-03-26");
        fill(subject, "SE_X", "XFIT", Map.of("XFITYN", "yes"));
        at("pharmacist")
                .post(STUDY + "/crossovers/" + subject + "/preparation?site=101", Map.of("label", "Bag " + SECRET));
        fill(subject, "SE_X", "XDOSE", new TreeMap<>(Map.of("XBAG", SECRET, "XDOSEDAT", "2026-03-27")));
        visit(subject, "SE_XEND", "2026-04-10");
        fill(subject, "SE_XEND", "SCORE", Map.of("PAIN", "20"));
    }

    @Test
    void the_site_sees_the_timeline_across_the_crossover_and_the_monitor_nothing_after_month_6() {
        Person crossed = PAIR.stream()
                .filter(one -> one.forms().containsKey("form-SE_X-XDOSE"))
                .findFirst()
                .orElseThrow();
        Page site = visitors.signedIn("coordinator-101");
        site.navigate(Running.system().url("/subject/subject.xhtml" + PLACE + "&subject=" + crossed.subject()));
        PlaywrightAssertions.assertThat(site.locator("#timeline")).containsText("Period 2");
        PlaywrightAssertions.assertThat(site.locator("#timeline")).containsText("Treatment made known");
        PlaywrightAssertions.assertThat(site.locator("#timeline")).containsText("Crossend");
        Visitors.pictures(site, "timeline");
        site.locator("#planned-unblinding").click();
        PlaywrightAssertions.assertThat(site.locator("#treatment")).hasText("Sham");
        PlaywrightAssertions.assertThat(site.locator("#crossing-history")).containsText("Bag " + SECRET);
        PlaywrightAssertions.assertThat(site.locator("#crossed")).isVisible();
        Visitors.pictures(site, "planned-unblinding");

        Page monitor = visitors.signedIn("monitor");
        monitor.navigate(Running.system().url("/subject/subject.xhtml" + PLACE + "&subject=" + crossed.subject()));
        PlaywrightAssertions.assertThat(monitor.locator("#timeline .period")).hasCount(1);
        monitor.navigate(Running.system().url("/crossover/crossover.xhtml" + PLACE + "&subject=" + crossed.subject()));
        PlaywrightAssertions.assertThat(monitor.locator("#unblinded")).isVisible();
        PlaywrightAssertions.assertThat(monitor.locator("#treatment")).hasCount(0);
    }

    private static void visit(String subject, String event, String date) {
        at("coordinator-101")
                .put(
                        STUDY + "/participants/" + subject + "/visits/" + event + "/date?site=101",
                        Map.of("date", LocalDate.parse(date).toString(), "reason", "As planned"));
    }

    private static long fill(String subject, String event, String form, Map<String, String> answers) {
        JsonNode started = at("coordinator-101")
                .post(STUDY + "/forms?site=101", Map.of("subject", subject, "event", event, "form", form));
        long id = started.path("header").path("id").asLong();
        List<Map<String, Object>> entries = new ArrayList<>();
        answers.forEach((item, text) -> entries.add(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "item",
                item,
                "text",
                text,
                "itemRevision",
                started.path("items").path(item).path("revision").asLong())));
        at("coordinator-101").put(STUDY + "/forms/" + id + "/items?site=101", entries);
        return id;
    }

    private static Instant now() {
        return BEGIN.plusSeconds(second++);
    }

    private static Rest at(String account) {
        return as(account).at(now());
    }

    private static Rest as(String account) {
        return new Rest(Trial.target(), tokens, account);
    }

    private static String file() throws IOException {
        try (InputStream in = CrossoverPageIT.class.getResourceAsStream("/studies/canary.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
