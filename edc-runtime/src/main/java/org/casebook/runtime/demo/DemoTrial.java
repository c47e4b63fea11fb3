package org.casebook.runtime.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.casebook.runtime.Fault;
import org.casebook.runtime.Progress;

/**
 * Loads the demonstration: the BM-MSC/DMSO trial, three sites and a dozen participants over the past seven months.
 * It is loaded once.
 */
public final class DemoTrial {

    static final String STUDY = "BMMSC";

    private static final String MARKER = "demonstration-loaded";
    private static final int SLOTS = 40;
    private static final int BUILT = -245;
    private static final int OPENED = -230;

    private final Target target;
    private final Progress progress;
    private final Tokens tokens;
    private final Days days = new Days(LocalDate.now(ZoneOffset.UTC));

    /**
     * @param target the running system
     * @param progress told of each step
     */
    public DemoTrial(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
        this.tokens = new Tokens(target.issuer());
    }

    /**
     * Loads everything unless it is there.
     *
     * @param data the installation's data folder
     */
    public void load(Path data) {
        new Loaded(data, MARKER).once(this::isBegun, this::enter);
    }

    private void enter() {
        setUp();
        participants();
        progress.say("The demonstration data are loaded");
    }

    private boolean isBegun() {
        return Loaded.isThere(as("builder"), STUDY);
    }

    /** The study, released; sites 101 and 102 active, 103 planned; an allocation list for each active site. */
    public void setUp() {
        progress.say("Loading the BM-MSC/DMSO trial");
        Rest builder = as("builder").at(days.time(BUILT, 0));
        String version =
                builder.postXml("/studies", file("bmmsc-dmso.xml")).path("id").asText();
        release(target, STUDY, version, days.time(BUILT, 10));
        site("101", "North (illustrative)", "America/New_York", version);
        site("102", "South (illustrative)", "America/Chicago", version);
        Rest admin = as("admin").at(days.time(OPENED, 5));
        admin.post("/studies/" + STUDY + "/sites", newSite("103", "West (illustrative)", "America/Phoenix"));
        Rest statistician = as("statistician").at(days.time(OPENED, 10));
        for (String site : new String[] {"101", "102"}) {
            prepareLists(statistician, STUDY, site, SLOTS);
        }
        sealLists(target, STUDY, days.time(OPENED, 20));
    }

    /** The unblinded statistician prepares the lists of a site. */
    public static void prepareLists(Rest statistician, String study, String site, int slots) {
        statistician.post("/studies/" + study + "/allocation-lists?site=" + site, Map.of("slots", slots));
    }

    /**
     * The unblinded pharmacist seals what waits, with the hashes as the statistician tells them.
     *
     * @param at when; null: now
     */
    public static void sealLists(Target target, String study, Instant at) {
        Map<String, String> told = new TreeMap<>();
        Rest statistician = new Rest(target, new Tokens(target.issuer()), "statistician");
        for (JsonNode list : statistician.get("/studies/" + study + "/allocation-lists")) {
            if (list.path("state").asText().equals("PREPARED")) {
                told.put("hash-" + list.path("id").asText(), list.path("sha256").asText());
            }
        }
        Browser pharmacist = new Browser(target, "pharmacist");
        pharmacist.login();
        pharmacist.at(at);
        JsonNode asked = pharmacist.entry("/allocation/lists/sealing?study=" + study, told);
        pharmacist.confirm(asked.path("address").asText());
    }

    /**
     * Releases a production version as a builder does: by signing the run of its test participants.
     *
     * @param at when; null: now
     */
    public static void release(Target target, String study, String version, Instant at) {
        Browser signer = new Browser(target, "builder");
        signer.login();
        signer.at(at);
        JsonNode asked =
                signer.entry("/studies/versions/" + version + "/acceptance/signature?study=" + study, Map.of());
        signer.confirm(asked.path("address").asText());
    }

    private void site(String number, String name, String timeZone, String version) {
        Rest admin = as("admin").at(days.time(OPENED, 0));
        String sites = "/studies/" + STUDY + "/sites";
        admin.post(sites, newSite(number, name, timeZone));
        admin.post(sites + "/" + number + "/version", Map.of("version", Long.valueOf(version)));
        admin.post(sites + "/" + number + "/activation", null);
        papers(number).delegate(OPENED);
        papers(number).text("1.0", OPENED, false);
    }

    private SitePapers papers(String number) {
        return new SitePapers(target, tokens, days, number);
    }

    private static Map<String, String> newSite(String number, String name, String timeZone) {
        return Map.of("number", number, "name", name, "timeZone", timeZone);
    }

    /** A dozen participants in all states that there are, with the monitor's work on them. */
    public void participants() {
        progress.say("Entering a dozen participants, as the people of sites 101 and 102");
        CompletableFuture<Void> north = CompletableFuture.runAsync(() -> {
            try {
                north();
            } finally {
                progress.say("Site 101 has entered its participants");
            }
        });
        south();
        progress.say("Site 102 has entered its participants");
        try {
            north.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
    }

    private void north() {
        SiteStaff staff = new SiteStaff(target, tokens, days, STUDY, "101");
        staff.login();
        NorthSite site = new NorthSite(staff);
        Monitor monitor = new Monitor(as("monitor"), days, "101");
        Course completed = site.completed();
        monitor.verify(-8, completed.forms());
        Course late = site.late();
        monitor.verify(-100, late.form("SE_SCREEN/ICF"), late.form("SE_SCREEN/IE"), late.form("SE_DAY0/INJ"));
        monitor.ask(
                -15, late.form("SE_MONTH3/PAIN"), "VASBACK", "Please compare with the source: the line reads 34 mm.");
        site.screenFailure();
        site.missed();
        site.recent();
        site.awaitingInjection();
        site.inScreening();
    }

    private void south() {
        SiteStaff staff = new SiteStaff(target, tokens, days, STUDY, "102");
        staff.login();
        SouthSite site = new SouthSite(staff);
        Monitor monitor = new Monitor(as("monitor"), days, "102");
        Course inFollowUp = site.inFollowUp();
        monitor.verify(-150, inFollowUp.form("SE_SCREEN/ICF"), inFollowUp.form("SE_SCREEN/IE"));
        long dose = monitor.ask(
                -30, inFollowUp.row("CM"), "CMDOSE", "4000 mg a day is above the usual range. Is it right?");
        staff.answer(dose, -28, "The dose is as the participant reports it; the source says the same.");
        Course irregular = site.irregular();
        long opioid =
                monitor.ask(-70, irregular.form("SE_SCREEN/IE"), "OPIOID", "Is this the average over the last month?");
        staff.answer(opioid, -68, "Yes, averaged over the four weeks before screening.");
        monitor.close(-66, opioid, "Agrees with the source.");
        site.withdrawn();
        site.withoutConsent();
        site.randomizedYesterday();
        SitePapers papers = papers("102");
        papers.text("2.0", -14, true);
        papers.consented(inFollowUp.subject(), "2.0", -10);
        papers.waiting(-2);
    }

    private Rest as(String account) {
        return new Rest(target, tokens, account);
    }

    private String file(String name) {
        Path path = target.studies().resolve(name);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new Fault("The study file " + path + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
