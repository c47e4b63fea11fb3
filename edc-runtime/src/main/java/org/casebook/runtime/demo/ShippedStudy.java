package org.casebook.runtime.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.casebook.runtime.Fault;
import org.casebook.runtime.Progress;

/**
 * Loads a study of {@code config/studies} with participants along the journeys of its file: study, sites, rights and data by the
 * front door, as of the demonstration's first trial (docs/adr/0004).
 */
public final class ShippedStudy {

    private static final List<String> SITES = List.of("101", "102");
    private static final List<String> AT_SITES = List.of("coordinator", "investigator");
    private static final List<String> EVERYWHERE =
            List.of("monitor", "data-manager", "sponsor", "pharmacist", "statistician", "inspector");
    private static final Pattern ACCOUNT = Pattern.compile("class=\"row-link\" href=\"[^\"]*[?&](?:amp;)?id=([^\"&]+)");

    /** Days before the first participant: the study is built, then opened. */
    private static final int BUILT = 30;

    private static final int OPENED = 20;

    /** How long ago the last visit of whoever is through was. */
    private static final int SINCE_THE_END = 12;

    private final Target target;
    private final Progress progress;
    private final StudyFile file;
    private final Days days;

    public ShippedStudy(Target target, Progress progress, StudyFile file, LocalDate today) {
        this.target = target;
        this.progress = progress;
        this.file = file;
        this.days = new Days(today);
    }

    /** Loads the study and its participants unless they are there; a marker in the data folder tells. */
    public void load(Path data) {
        new Loaded(data, "demonstration-loaded-" + file.name()).once(this::isBegun, () -> {
            List<Journey> journeys = journeys();
            int first = journeys.stream()
                    .mapToInt(journey -> days.of(journey.begin()))
                    .min()
                    .orElseThrow();
            setUp(first);
            participants(journeys);
        });
    }

    private boolean isBegun() {
        return Loaded.isThere(new Rest(target, new Tokens(target.issuer()), "builder"), file.oid());
    }

    /** One that is through and one on the way for each journey of the file, and one in screening. */
    private List<Journey> journeys() {
        List<Journey> told = file.journeys();
        LocalDate today = days.today();
        return IntStream.range(0, told.size() * 2 + 1)
                .mapToObj(i -> {
                    Journey journey = told.get(i % told.size());
                    if (i < told.size()) {
                        return journey.endingOn(today.minusDays(SINCE_THE_END));
                    }
                    int stop = i < told.size() * 2 ? journey.stops().size() / 2 : 0;
                    return journey.with(stop, today.minusDays(2L + i)).until(today);
                })
                .toList();
    }

    private void setUp(int first) {
        progress.say("Loading " + file.title());
        grants(first - BUILT);
        Tokens tokens = new Tokens(target.issuer());
        String study = "/studies/" + file.oid();
        Rest builder = new Rest(target, tokens, "builder").at(days.time(first - BUILT, 10));
        String version = builder.postXml("/studies", file.text()).path("id").asText();
        DemoTrial.release(target, file.oid(), version, days.time(first - BUILT, 20));
        Rest admin = new Rest(target, tokens, "admin").at(days.time(first - OPENED, 0));
        for (String site : SITES) {
            String name = site.equals("101") ? "North (illustrative)" : "South (illustrative)";
            admin.post(study + "/sites", Map.of("number", site, "name", name, "timeZone", "America/New_York"));
            admin.post(study + "/sites/" + site + "/version", Map.of("version", Long.valueOf(version)));
            admin.post(study + "/sites/" + site + "/activation", null);
        }
        if (file.isRandomised()) {
            Rest statistician = new Rest(target, tokens, "statistician").at(days.time(first - OPENED, 10));
            SITES.forEach(site -> DemoTrial.prepareLists(statistician, file.oid(), site, file.slots()));
            DemoTrial.sealLists(target, file.oid(), days.time(first - OPENED, 20));
        }
    }

    /** The administrator gives the demonstration's people their roles in this study too. */
    private void grants(int day) {
        Browser admin = new Browser(target, "admin");
        admin.login();
        admin.at(days.time(day, 0));
        for (String role : AT_SITES) {
            SITES.forEach(site -> give(admin, role + "-" + site, site, role));
        }
        EVERYWHERE.forEach(role -> give(admin, role, "all", role));
    }

    private void give(Browser admin, String account, String place, String role) {
        Matcher row = ACCOUNT.matcher(admin.page("/access/accounts.xhtml?text=" + account));
        if (!row.find()) {
            throw new Fault("The page of accounts shows no " + account + ".");
        }
        Map<String, String> wanted =
                Map.of("place", "/studies/" + file.oid() + "/" + place, "role", role, "reason", "Demonstration");
        admin.entry("/access/accounts/" + row.group(1) + "/grants", wanted);
    }

    private void participants(List<Journey> journeys) {
        Tokens tokens = new Tokens(target.issuer());
        CompletableFuture<Void> north = CompletableFuture.runAsync(() -> at(0, tokens, journeys));
        at(1, tokens, journeys);
        try {
            north.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
        progress.say(journeys.size() + " participants of " + file.title() + " are entered");
    }

    private void at(int site, Tokens tokens, List<Journey> journeys) {
        SiteStaff staff = new SiteStaff(target, tokens, days, file.oid(), SITES.get(site));
        staff.login();
        Walk walk = new Walk(file, staff);
        for (int i = site; i < journeys.size(); i += SITES.size()) {
            walk.along(journeys.get(i));
        }
    }
}
