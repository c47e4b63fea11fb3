package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.it.Figures;
import org.casebook.it.Mailbox;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Participants of different arms who are equal in everything else, seen by whoever is blinded: by every address of
 * docs/permissions.csv, dataset, letter and log. See {@link Evened} for what is not compared.
 */
@TestMethodOrder(OrderAnnotation.class)
class CanaryIT {
    /** The site's own people are blinded until the planned unblinding; whoever sees the allocation is not. */
    private static final List<String> SITE = List.of("coordinator-101", "investigator-101");

    private static final List<String> BLINDED = List.of(
            "monitor", "data-manager", "sponsor", "inspector", "statistician", "builder", "admin", "coordinator-102");

    private static final List<String> ARMS = List.of("ARM_A", "ARM_B", "Verum", "Sham");

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private static final Map<String, String> HITS = new TreeMap<>();
    private static int channels;
    private static CanaryTrial trial;
    private static CanaryWalk walk;
    private static long log;

    @BeforeAll
    static void goTheSameSteps() throws IOException, InterruptedException {
        log = Files.exists(Running.system().log()) ? Files.size(Running.system().log()) : 0;
        trial = CanaryTrial.toMonthSix();
    }

    private static CanaryWalk walk() {
        return new CanaryWalk(
                CanaryTrial.OID, trial.version(), trial.canaries(), CanaryTrial.AFTERWARDS, trial.tokens());
    }

    @Test
    @Order(1)
    void before_the_planned_unblinding_nobody_at_the_site_is_told_an_arm() throws IOException {
        CanaryWalk blind = walk();
        blind.walk(SITE);
        add(blind);
        assertThat(blind.hits().keySet()).isEmpty();
    }

    @Test
    @Order(2)
    void no_address_tells_the_blinded_who_has_crossed_over() throws IOException {
        trial.unblind();
        walk = walk();
        walk.walk(BLINDED);
        trial.goOn();
        walk = walk.after(trial.canaries());
        walk.walk(BLINDED);
        add(walk);
        assertThat(walk.hits().keySet()).isEmpty();
        Set<String> refused = walk.neverOpened();
        Figures.add("canary addresses compared by their refusals alone", refused.size(), refused.toString(), "", true);
    }

    /** The trail of the whole study tells of the walkers too, so that it is asked here for what may tell of a later period. */
    @Test
    @Order(3)
    void the_trail_tells_the_blinded_neither_who_was_turned_away_there_nor_who_looked_again() throws IOException {
        List<String> actions = List.of("change-refused", "signing-refused", "allocation-read");
        for (String account : List.of("monitor", "data-manager", "sponsor", "inspector")) {
            try (Caller caller = new Caller(account, CanaryTrial.AFTERWARDS, trial.tokens())) {
                for (String action : actions) {
                    String page = trail(caller, action);
                    channels++;
                    Stream.of("SE_X", "SE_OPEN", "/crossovers/", "/forms/")
                            .filter(page::contains)
                            .forEach(word -> HITS.put(account + " trail of " + action, word));
                    if (trial.canaries().stream().map(Canary::subject).noneMatch(page::contains)) {
                        // one page for all of them, on which an id of one can stand for some other number
                        continue;
                    }
                    Map<String, List<String>> told = new TreeMap<>();
                    for (Canary one : trial.canaries()) {
                        told.put(one.subject(), Evened.parts(page, one, trial.canaries()));
                    }
                    check(account + " trail of " + action, told);
                }
            }
        }
        try (Caller site = new Caller("coordinator-101", CanaryTrial.AFTERWARDS, trial.tokens())) {
            assertThat(trail(site, "change-refused")).contains("SE_X", "/crossovers/", "/forms/");
        }
        assertThat(HITS.keySet()).isEmpty();
    }

    /** Whoever writes to what is hidden is refused in both arms alike, as if there were nothing. */
    @Test
    @Order(3)
    void doors_that_write_refuse_alike_what_lies_at_a_later_period() {
        for (String account : List.of("monitor", "data-manager", "sponsor", "inspector")) {
            Map<String, List<String>> told = new TreeMap<>();
            for (Canary one : trial.canaries()) {
                told.put(one.subject(), written(account, one));
            }
            channels += told.values().iterator().next().size();
            check(account + " writing", told);
        }
        assertThat(HITS.keySet()).isEmpty();
    }

    private static List<String> written(String account, Canary one) {
        String form = CanaryTrial.STUDY + "/forms/" + one.form(true);
        Map<String, Object> query = Map.of("formId", one.form(true), "item", "PAIN", "text", "Is it so?");
        Map<String, String> deviation = Map.of(
                "subject",
                one.subject(),
                "event",
                "SE_X",
                "on",
                "2026-04-20",
                "category",
                "OTHER",
                "description",
                "Late");
        return Stream.of(
                        refusal(account, CanaryTrial.STUDY + "/queries", query),
                        refusal(account, form + "/verification", Map.of("item", "PAIN")),
                        refusal(account, form + "/complete", Map.of()),
                        refusal(account, form + "/void", Map.of("reason", "Wrong")),
                        refusal(account, CanaryTrial.STUDY + "/deviations", deviation))
                .map(answer -> Evened.of(answer, one))
                .toList();
    }

    private static String refusal(String account, String path, Object body) {
        try {
            return trial.as(account).at(CanaryTrial.AFTERWARDS).post(path, body).toString();
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static String trail(Caller caller, String action) {
        Caller.Answer answer = caller.ask(false, "/audit/trail.xhtml" + CanaryTrial.PLACE + "&action=" + action);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    @Order(3)
    void letters_and_the_log_tell_no_arm() throws Exception {
        List<MimeMessage> letters =
                Mailbox.about(CanaryTrial.OID, trial.canaries().size());
        assertThat(letters).hasSameSizeAs(trial.canaries());
        Map<String, List<String>> told = new TreeMap<>();
        for (Canary one : trial.canaries()) {
            List<String> lines = new ArrayList<>();
            for (MimeMessage letter : letters) {
                String text = letter.getSubject() + "\n" + letter.getContent();
                if (text.contains(one.subject())) {
                    lines.add(Evened.of(text, one));
                }
            }
            told.put(one.subject(), lines);
        }
        check("letters", told);
        String written = logged(log);
        assertThat(written).isNotBlank();
        HITS.putAll(differing(written, Pattern.compile(".*")));
        channels += 2;
        ARMS.stream().filter(written::contains).forEach(arm -> HITS.put("log names", arm));
        assertThat(HITS.keySet()).isEmpty();
    }

    @Test
    @Order(4)
    void planted_leaks_are_caught() throws Exception {
        CanaryWalk leaky = walk.after(trial.canaries());
        long from = Files.size(Running.system().log());
        open("count,order,size,log");
        try {
            leaky.walk(List.of("monitor"));
        } finally {
            open("none");
        }
        Set<String> doors = leaky.hits().keySet();
        Map<String, Boolean> caught = new TreeMap<>(Map.of(
                "a count: entries of the trail", doors.contains("monitor GET /audit/trail.xhtml"),
                "an order: participants by arm", doors.stream().anyMatch(door -> door.endsWith(" in order")),
                "a size: one blank in a name",
                        doors.contains("monitor GET /api/v1/studies/{study}/crossovers/{subject}/unblinding"),
                "a line of the log",
                        !differing(logged(from), Pattern.compile(".*Unblinded: .*"))
                                .isEmpty()));
        long found = caught.values().stream().filter(Boolean::booleanValue).count();
        Figures.add("planted leaks caught", found, "of " + caught.size(), "all", found == caught.size());
        assertThat(caught).doesNotContainValue(false);
    }

    private static void open(String leaks) throws IOException, InterruptedException {
        URI address = URI.create(Running.system().url("/it/leaks?open=" + leaks));
        HttpResponse<Void> done =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        assertThat(done.statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void the_dataset_of_the_locked_study_tells_no_arm() throws IOException {
        trial.lock();
        JsonNode hidden = trial.as("coordinator-101")
                .get(CanaryTrial.STUDY + "/forms/" + trial.canaries().get(0).form(true) + "?site=101");
        assertThat(hidden.path("header").path("locked").asBoolean())
                .as("the lock reaches what the data manager does not see: " + hidden.path("header"))
                .isTrue();
        long id = trial.as("data-manager")
                .post(CanaryTrial.STUDY + "/datasets", null)
                .path("id")
                .asLong();
        CanaryWalk locked = walk();
        locked.walk(List.of("monitor", "data-manager", "sponsor"));
        add(locked);
        try (Caller sponsor = new Caller("sponsor", CanaryTrial.AFTERWARDS, trial.tokens())) {
            Caller.Answer zip = sponsor.ask(true, "/api" + "/v1" + CanaryTrial.STUDY + "/datasets/" + id + "/zip");
            assertThat(zip.status()).isEqualTo(200);
            Map<String, List<String>> told = new TreeMap<>();
            for (Canary one : trial.canaries()) {
                told.put(one.subject(), lines(zip.text(), one));
            }
            check("dataset", told);
            channels++;
            assertThat(zip.text()).doesNotContain(CanaryTrial.SECRET);
        }
        Figures.add(
                "canary channels tested", channels, "roles by addresses, letters, log, dataset", "", channels > 500);
        Figures.atMost("canary hits", HITS.size(), "hits", 0);
        write(HITS);
        assertThat(HITS.keySet()).isEmpty();
    }

    /** Lines with the number, and in the XML files everything below the participant's element. */
    private static List<String> lines(String text, Canary one) {
        List<String> lines = new ArrayList<>();
        boolean within = false;
        for (String line : text.lines().toList()) {
            if (line.contains("<SubjectData")) {
                within = line.contains("\"" + one.subject() + "\"");
            }
            if (within || line.contains(one.subject())) {
                lines.add(Evened.of(line, one));
            }
            within &= !line.contains("</SubjectData>");
        }
        return lines;
    }

    private static void check(String channel, Map<String, List<String>> told) {
        List<String> first = told.values().iterator().next();
        told.forEach((subject, lines) -> {
            if (!lines.equals(first)) {
                HITS.put(channel + " of " + subject, lines + " and " + first);
            }
        });
    }

    private static void add(CanaryWalk done) {
        channels += done.channels().size();
        HITS.putAll(done.hits());
        write(done.hits());
    }

    /** All of them, to look at: an assertion shows too little or too much. */
    private static void write(Map<String, String> hits) {
        try {
            Files.writeString(
                    Home.current().root().resolve("edc-it/target/canary-hits.txt"),
                    hits.entrySet().stream()
                                    .map(hit -> hit.getKey() + "\n    "
                                            + hit.getValue().replace('\n', '⏎'))
                                    .collect(Collectors.joining("\n"))
                            + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the log tells of two participants of different arms not the same, in lines of this kind. */
    private static Map<String, String> differing(String written, Pattern kind) {
        List<String> lines = written.lines()
                .filter(line -> kind.matcher(line).matches())
                .map(line -> line.replaceAll("^\\[[^\\]]*\\]|timeMillis: \\d+|_ThreadID=\\d+|_ThreadName=[^\\]]*", ""))
                .toList();
        List<Set<String>> told = pair().stream()
                .map(one -> (Set<String>) lines.stream()
                        .filter(line -> line.contains(one.subject()))
                        .map(line -> Evened.of(line, one))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
        return told.get(0).equals(told.get(1)) ? Map.of() : Map.of("log", told.toString());
    }

    /** One of each arm, of whom the same was asked. */
    private static List<Canary> pair() {
        return Stream.of(false, true)
                .map(crosses -> trial.canaries().stream()
                        .filter(one -> one.crosses() == crosses)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String logged(long from) throws IOException {
        byte[] all = Files.readAllBytes(Running.system().log());
        int begin = (int) Math.min(from, all.length);
        return new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
    }

    @Test
    @Order(6)
    void the_sponsor_unblinds_the_locked_study_and_everybody_who_works_with_it_sees_the_treatments() {
        String address = Running.system().url("/disclosure/unblinding.xhtml?study=" + CanaryTrial.OID);
        Page monitor = visitors.signedIn("monitor");
        monitor.navigate(address);
        PlaywrightAssertions.assertThat(monitor.locator("#ready")).isVisible();
        PlaywrightAssertions.assertThat(monitor.locator("#treatments")).hasCount(0);
        PlaywrightAssertions.assertThat(monitor.locator("form[data-url='/entry/unblinding']"))
                .hasCount(0);

        Page sponsor = visitors.signedIn("sponsor");
        sponsor.navigate(address);
        PlaywrightAssertions.assertThat(sponsor.locator("#ready")).isVisible();
        Visitors.pictures(sponsor, "unblinding-ready");
        sponsor.locator("textarea[name=reason], input[name=reason]").fill("The data are locked for the final analysis");
        sponsor.locator("form[data-url='/entry/unblinding'] button[type=submit]")
                .click();
        Password.type(sponsor, "sponsor");
        PlaywrightAssertions.assertThat(sponsor.locator("#study-unblinded")).containsText("final analysis");
        for (Canary one : trial.canaries()) {
            PlaywrightAssertions.assertThat(sponsor.locator("#treatments tr")
                            .filter(new Locator.FilterOptions().setHasText(one.subject())))
                    .containsText(one.crosses() ? "Sham" : "Verum");
        }
        PlaywrightAssertions.assertThat(sponsor.locator("#treatment-counts")).containsText("2 of 4");
        Visitors.pictures(sponsor, "unblinding-done");

        monitor.navigate(address);
        PlaywrightAssertions.assertThat(monitor.locator("#treatments")).containsText("Sham");
        Canary crossed =
                trial.canaries().stream().filter(Canary::crosses).findFirst().orElseThrow();
        monitor.navigate(Running.system()
                .url("/subject/subject.xhtml?study=" + CanaryTrial.OID + "&subject=" + crossed.subject()));
        PlaywrightAssertions.assertThat(monitor.locator("#timeline")).containsText("Crossend");
        Page admin = visitors.signedIn("admin");
        assertThat(admin.navigate(address).status()).isIn(403, 404);
    }
}
