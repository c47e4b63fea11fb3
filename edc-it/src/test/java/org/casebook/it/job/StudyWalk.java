package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.it.Zip;
import org.casebook.runtime.demo.Journey;
import org.casebook.runtime.demo.StudyFile;
import org.casebook.runtime.demo.Tokens;

/**
 * One study from its file alone: the first journey of its test participants, entered as people do, to the downloaded dataset.
 * Every form is filled in the browser where it is asked for the first time, and through REST by the same person after that.
 */
final class StudyWalk {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final long A_SECOND = 1_100_000_000L;

    private final StudyFile file;
    private final String study;
    private final String number;
    private final Visitors visitors;
    private final Site site;
    private final Set<String> seen = new HashSet<>();
    private final List<Long> forms = new ArrayList<>();
    private RestSite rest;
    private int inBrowser;

    /** @param number of the site, whose people nobody else has at the same time */
    StudyWalk(StudyFile file, String number, Visitors visitors) {
        this.file = file;
        this.study = file.oid() + "-" + System.currentTimeMillis() / 1000;
        this.number = number;
        this.visitors = visitors;
        this.site = new Site(study, number, visitors, new Typed());
    }

    void walk() throws Exception {
        rest = new RestSite(file, study, number, open());
        long begin = System.nanoTime();
        Journey journey = file.journeys().get(0).endingOn(TODAY);
        String subject = site.addParticipant();
        for (Journey.Stop stop : journey.stops()) {
            at(subject, stop);
        }
        site.signAll();
        Zip zip;
        // those who work for all sites: Keycloak refuses whoever signs in twice at one moment, and a lock takes a
        // second of its own
        synchronized (StudyWalk.class) {
            forms.forEach(rest::verify);
            lock();
            zip = download();
        }
        compare(zip, subject, journey);
        figures((System.nanoTime() - begin) / 1e9);
    }

    private Tokens open() throws Exception {
        // one builder and one pharmacist sign for all studies, each second once
        synchronized (StudyWalk.class) {
            OwnStudy own = new OwnStudy(study);
            Tokens tokens =
                    own.open(file.text().replace("<Study OID=\"" + file.oid() + "\"", "<Study OID=\"" + study + "\""));
            if (file.isRandomised()) {
                own.lists(tokens, file.slots());
            }
            return tokens;
        }
    }

    private void at(String subject, Journey.Stop stop) {
        boolean first = seen.add("visit") || stop.forms().stream().anyMatch(form -> !seen.contains(form.form()));
        if (stop.dated() && first) {
            site.visit(subject, stop.event(), stop.day());
        } else if (stop.dated()) {
            rest.visit(subject, stop.event(), stop.day());
        }
        boolean eligible = false;
        for (Journey.Filled form : stop.forms()) {
            forms.add(fill(subject, stop.event(), form));
            eligible |= file.purpose(form.form()).equals("Eligibility");
        }
        if (eligible) {
            site.signAll();
            if (file.isRandomised()) {
                site.randomize(subject);
            } else {
                site.stand(subject, "ENROLLED", stop.day(), "Eligible, and nobody is randomised.");
            }
        }
    }

    private long fill(String subject, String event, Journey.Filled form) {
        Map<String, String> answers = new LinkedHashMap<>();
        form.answers().forEach((item, text) -> answers.put(item, file.isFile(item) ? text.split(" #")[0] : text));
        if (!seen.add(form.form())) {
            return rest.fill(subject, event, form.form(), answers);
        }
        inBrowser++;
        if (!file.isRows(form.form())) {
            return site.fill(subject, event, form.form(), answers);
        }
        return file.isLogs(event)
                ? site.row(subject, event, form.form(), answers)
                : site.rowAt(subject, event, form.form(), answers);
    }

    private void lock() {
        Page page = visitors.signedIn("data-manager");
        page.navigate(url("/signature/lock.xhtml"));
        page.locator("button[data-url='/entry/locks/study']").click();
        page.locator("#reason-input").fill("All is settled.");
        page.locator("#reason-ok").click();
        Password.type(page, "data-manager");
        page.navigate(url("/signature/lock.xhtml"));
        page.locator("button[data-url='/entry/locks/study/remove']").waitFor();
        LockSupport.parkNanos(A_SECOND);
    }

    private Zip download() throws Exception {
        Page page = visitors.signedIn("sponsor");
        page.navigate(url("/dataset/datasets.xhtml"));
        Reload.after(
                page, () -> page.locator("button[data-url='/entry/datasets']").click());
        Locator link = page.locator("tr[data-release] a[download]").first();
        link.waitFor();
        Download download = page.waitForDownload(link::click);
        return new Zip(download.path());
    }

    private void compare(Zip zip, String subject, Journey journey) {
        int values = 0;
        int files = 0;
        for (Journey.Stop stop : journey.stops()) {
            for (Journey.Filled form : stop.forms()) {
                Map<String, String> wanted = new LinkedHashMap<>(form.answers());
                wanted.putAll(form.computed());
                files += (int) wanted.keySet().stream().filter(file::isFile).count();
                wanted.keySet().removeIf(file::isFile);
                List<NamedCsvRecord> rows = zip.table("forms/" + form.form() + ".csv").stream()
                        .filter(row -> row.getField("subject").equals(subject)
                                && row.getField("event").equals(stop.event()))
                        .toList();
                assertThat(rows.stream().map(row -> cells(row, wanted.keySet())))
                        .as("%s of %s at %s", form.form(), subject, stop.event())
                        .contains(wanted);
                values += wanted.size();
            }
        }
        assertThat(values).isPositive();
        if (files > 0) {
            assertThat(zip.table("attachments.csv")).hasSize(files);
        }
        Figures.add("study " + file.name() + ": values found again in the dataset", values, "values", "", true);
    }

    private static Map<String, String> cells(NamedCsvRecord row, Set<String> items) {
        Map<String, String> cells = new LinkedHashMap<>();
        items.forEach(item -> {
            String cell = row.getField(item);
            cells.put(item, cell.startsWith("'") ? cell.substring(1) : cell);
        });
        return cells;
    }

    private void figures(double seconds) {
        String name = "study " + file.name() + ": ";
        Figures.add(name + "forms", file.forms(), "forms", "", true);
        Figures.add(name + "items", file.count("ItemDef"), "items", "", true);
        Figures.add(name + "checks", file.count("RangeCheck"), "checks", "", true);
        Figures.add(name + "test participants", file.count("TestParticipant"), "participants", "at least 3", true);
        Figures.add(
                name + "forms filled in the browser", inBrowser, "forms", "every form that the journey meets", true);
        Figures.add(name + "browser test", seconds, "s", "", true);
    }

    private String url(String path) {
        return Running.system().url(path + "?study=" + study);
    }
}
