package org.casebook.it.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.casebook.it.Trial;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;

/**
 * Four participants of a one-way crossover at one site, two of each arm, who go the same steps at the same times with the same
 * answers: as long as both arms have the same visits, and then each arm its own.
 */
final class CanaryTrial {
    static final String OID = "CANARIES";
    static final String STUDY = "/studies/" + OID;
    static final String PLACE = "?study=" + OID + "&site=101";

    /** Stands in what is typed at visits that one arm has, and nowhere else. */
    static final String SECRET = "canary4711";

    private static final Instant BEGIN = Instant.now().minusSeconds(300);
    private static final int MANY = 4;

    /** From here on nothing is done any more, so that whoever looks sees all of it. */
    static final Instant AFTERWARDS = BEGIN.plusSeconds(290);

    private final Tokens tokens;
    private final Browser investigator;
    private final List<String> subjects = new ArrayList<>();

    /** Whether each participant's arm has a later period, as the unblinded pharmacist reads it. */
    private final Map<String, Boolean> crossing = new TreeMap<>();

    /** The row of each participant's adverse event. */
    private final Map<String, Long> events = new TreeMap<>();

    private int second;

    private CanaryTrial(Tokens tokens) {
        this.tokens = tokens;
        this.investigator = new Browser(Trial.target(), "investigator-101");
    }

    /** Opens the study and takes the participants to the visit after which their treatment is made known by plan. */
    static CanaryTrial toMonthSix() throws IOException, InterruptedException {
        Trial.load();
        CanaryTrial trial = new CanaryTrial(new OwnStudy(OID).open(file()));
        DemoTrial.prepareLists(trial.as("statistician"), OID, "101", 8);
        DemoTrial.sealLists(Trial.target(), OID, null);
        trial.investigator.login();
        Browser dataManager = new Browser(Trial.target(), "data-manager");
        dataManager.login();
        dataManager.entry("PUT", "/code-breaks/recipients" + PLACE, Map.of("addresses", "safety@canaries.invalid"));
        for (int one = 0; one < MANY; one++) {
            trial.firstPeriod();
        }
        trial.readArms();
        return trial;
    }

    Tokens tokens() {
        return tokens;
    }

    String version() {
        return as("builder").get(STUDY + "/versions").path(0).path("id").asText();
    }

    /** The participants in the order in which they came, with the forms that they have by now. */
    List<Canary> canaries() {
        return subjects.stream().map(this::canary).toList();
    }

    private Canary canary(String subject) {
        Map<String, Long> forms = new LinkedHashMap<>();
        for (JsonNode form : as("coordinator-101").get(STUDY + "/forms?site=101&subject=" + subject)) {
            forms.put(
                    form.path("event").asText() + "/" + form.path("form").asText(),
                    form.path("id").asLong());
        }
        String number = as("coordinator-101")
                .get(STUDY + "/participants/" + subject + "?site=101")
                .path("randomizationNumber")
                .asText();
        if (number.isEmpty()) {
            throw new AssertionError(subject + " has no randomisation number");
        }
        return new Canary(subject, number, crossing.get(subject), forms);
    }

    private void readArms() {
        Browser pharmacist = new Browser(Trial.target(), "pharmacist");
        pharmacist.login();
        for (String subject : subjects) {
            pharmacist.at(BEGIN.plusSeconds(99));
            JsonNode read = pharmacist.entry("/allocation/" + subject + "/read" + PLACE, Map.of());
            crossing.put(subject, read.path("treatment").asText().equals("Sham"));
        }
    }

    private void firstPeriod() {
        second = 0;
        String subject = at("coordinator-101")
                .post(STUDY + "/participants?site=101", null)
                .path("subject")
                .asText();
        subjects.add(subject);
        visit(subject, "SE_SCREEN", "2026-03-02");
        complete(fill(subject, "SE_SCREEN", "SCORE", Map.of("PAIN", "60")));
        long fitness =
                fill(subject, "SE_SCREEN", "FITNESS", new TreeMap<>(Map.of("CONSDAT", "2026-03-02", "FIT", "yes")));
        JsonNode header = complete(fitness);
        confirmed(
                "/signatures",
                Map.of(
                        "meaning",
                        "APPROVAL",
                        "form-" + fitness,
                        header.path("revision").asText()));
        at("investigator-101").post(STUDY + "/participants/" + subject + "/randomization?site=101", null);
        visit(subject, "SE_P1", "2026-03-05");
        complete(fill(subject, "SE_P1", "DOSE", Map.of("DOSEDAT", "2026-03-05")));
        long event = fill(subject, null, "AE", Map.of("AETERM", "Headache"));
        events.put(subject, event);
        complete(event);
        complete(fill(subject, null, "CM", new TreeMap<>(Map.of("CMTRT", "Paracetamol", "CMAE", "" + event))));
        long month = fillMonthSix(subject);
        at("monitor")
                .post(
                        STUDY + "/queries?site=101",
                        Map.of("formId", month, "item", "PAIN", "text", "Is this the right answer?"));
        confirmed("/code-breaks", Map.of("subject", subject, "reason", "Overdose feared", "adverseEvent", "no"));
    }

    private long fillMonthSix(String subject) {
        visit(subject, "SE_M6", "2026-03-29");
        return fill(subject, "SE_M6", "SCORE", Map.of("PAIN", "40"));
    }

    /** Makes the treatments known to the site, as the study plans it. */
    void unblind() {
        for (String subject : subjects) {
            second = 100;
            confirmed("/crossovers/" + subject + "/unblinding", Map.of("reason", ""));
        }
    }

    /** What only one arm has: visits, late ones too, forms with answers, a preparation, a second dose. */
    void goOn() {
        for (String subject : subjects) {
            second = 200;
            if (crossing.get(subject)) {
                visit(subject, "SE_X", "2026-04-20");
                fill(subject, "SE_X", "XFIT", Map.of("XFITYN", "yes"));
                at("pharmacist")
                        .post(
                                STUDY + "/crossovers/" + subject + "/preparation?site=101",
                                Map.of("label", "Bag " + SECRET));
                fill(
                        subject,
                        "SE_X",
                        "XDOSE",
                        new TreeMap<>(
                                Map.of("XBAG", SECRET, "XDOSEDAT", "2026-04-21", "XAE", "" + events.get(subject))));
                turnAway(subject);
                fill(subject, "SE_X", "SCORE", Map.of("PAIN", "30"));
                visit(subject, "SE_XEND", "2026-06-10");
                fill(subject, "SE_XEND", "SCORE", Map.of("PAIN", "20"));
            } else {
                visit(subject, "SE_OPEN", "2026-05-26");
                fill(subject, "SE_OPEN", "SCORE", Map.of("PAIN", "30"));
            }
        }
    }

    /** Looks again at a treatment that is known, and tries what is refused: both are in the trail. */
    private void turnAway(String subject) {
        Browser pharmacist = new Browser(Trial.target(), "pharmacist");
        pharmacist.login();
        pharmacist.at(now());
        pharmacist.page("/crossover/crossover.xhtml" + PLACE + "&subject=" + subject);
        investigator.at(now());
        for (String seat : List.of("SE_X/XDOSE/items/NONE", "SE_XEND/SCORE/items/NONE")) {
            refused(() -> investigator.entry(
                    "PUT",
                    "/seats/" + subject + "/" + seat + PLACE,
                    Map.of("key", UUID.randomUUID().toString(), "item", "NONE", "text", "1", "itemRevision", 0)));
        }
        refused(() ->
                at("investigator-101").post(STUDY + "/crossovers/999-999/refusal?site=101", Map.of("reason", "x")));
        refused(() -> at("coordinator-101").post(STUDY + "/forms/999999999/complete?site=101", null));
    }

    private static void refused(Runnable act) {
        try {
            act.run();
        } catch (Refused asMeant) {
            return;
        }
        throw new AssertionError("It was not refused");
    }

    /** Closes queries, completes what everybody sees, then locks the study by the data manager who sees no more than that. */
    void lock() {
        for (JsonNode query : as("monitor").get(STUDY + "/queries?site=101")) {
            second = 240;
            long id = query.path("id").asLong();
            at("coordinator-101").post(STUDY + "/queries/" + id + "/answer?site=101", Map.of("text", "It is"));
            at("monitor").post(STUDY + "/queries/" + id + "/close?site=101", Map.of("text", "Thank you"));
        }
        for (Canary one : canaries()) {
            second = 245;
            complete(one.form(false));
        }
        Browser dataManager = new Browser(Trial.target(), "data-manager");
        dataManager.login();
        dataManager.at(AFTERWARDS);
        dataManager.confirm(dataManager
                .entry("/locks/study?study=" + OID, Map.of("reason", "All is clean"))
                .path("address")
                .asText());
    }

    private void confirmed(String entry, Map<String, String> body) {
        investigator.at(now());
        investigator.confirm(
                investigator.entry(entry + PLACE, body).path("address").asText());
    }

    private JsonNode complete(long form) {
        return at("coordinator-101").post(STUDY + "/forms/" + form + "/complete?site=101", null);
    }

    private void visit(String subject, String event, String date) {
        at("coordinator-101")
                .put(
                        STUDY + "/participants/" + subject + "/visits/" + event + "/date?site=101",
                        Map.of("date", date, "reason", "As planned"));
    }

    private long fill(String subject, String event, String form, Map<String, String> answers) {
        Map<String, Object> wanted = new TreeMap<>(Map.of("subject", subject, "form", form));
        wanted.put("event", event);
        JsonNode started = at("coordinator-101").post(STUDY + "/forms?site=101", wanted);
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

    private Instant now() {
        return BEGIN.plusSeconds(second++);
    }

    private Rest at(String account) {
        return as(account).at(now());
    }

    Rest as(String account) {
        return new Rest(Trial.target(), tokens, account);
    }

    private static String file() throws IOException {
        try (InputStream in = CanaryTrial.class.getResourceAsStream("/studies/canary.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("OID=\"CANARY\"", "OID=\"" + OID + "\"");
        }
    }
}
