package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.it.AuditRebuild;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.it.Zip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;

/** From the first participant to the downloaded dataset, and every typed value found again in it. */
class WholeJobIT {
    /** A new one for each run, so that a run can be repeated on a system that stays up. */
    private static final String STUDY = "BMMSC-JOB-" + System.currentTimeMillis() / 1000;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate SCREENED = TODAY.minusDays(21);

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final Typed typed = new Typed();

    @BeforeAll
    static void open() throws Exception {
        new OwnStudy(STUDY).open();
    }

    @Test
    void two_sites_do_the_whole_job_and_the_dataset_holds_what_was_typed() throws Exception {
        Site north = new Site(STUDY, "101", visitors, typed);
        Site south = new Site(STUDY, "102", visitors, typed);
        String first = participate(north, "M", "1967-04-12", "68");
        String second = participate(south, "F", "1959-11", "54");
        assertThat(List.of(first, second)).containsExactly("101-001", "102-001");

        monitor(north);
        north.signAll();
        south.signAll();
        lock();
        Path file = download();
        compare(new Zip(file));
        rebuild();
        Figures.add("whole job: values typed and found again in the dataset", typed.values(), "values", "", true);
    }

    /** One participant from screening to the end of study. */
    private String participate(Site site, String sex, String born, String pain) {
        String subject = site.addParticipant();
        site.visit(subject, "SE_SCREEN", SCREENED);
        site.fill(
                subject,
                "SE_SCREEN",
                "ICF",
                Typed.pairs("ICFYN", "true", "ICFDAT", SCREENED.toString(), "ICFVER", "2.0", "ICFCOPY", "true"));
        Map<String, String> demographics = Typed.pairs("BRTHDAT", born, "SEX", sex, "RACE", "ASIAN,WHITE");
        if (sex.equals("F")) {
            demographics.put("CHILDPOT", "false");
        }
        site.fill(subject, "SE_SCREEN", "DM", demographics);
        site.fill(subject, "SE_SCREEN", "IE", eligible());
        site.fill(subject, "SE_SCREEN", "PAIN", pain(pain));
        site.fill(subject, "SE_SCREEN", "ODI", oswestry());
        site.signAll();
        site.randomize(subject);
        site.visit(subject, "SE_DAY0", TODAY);
        site.fill(subject, "SE_DAY0", "INJ", injected());
        site.fill(subject, "SE_DAY0", "PAIN", pain("61"));
        site.row(subject, "SE_LOGS", "CM", medication());
        site.row(subject, "SE_LOGS", "AE", event());
        site.visit(subject, "SE_END", TODAY);
        site.fill(
                subject,
                "SE_END",
                "EOS",
                Typed.pairs("EOSSTAT", "INVESTIGATOR", "EOSDAT", TODAY.toString(), "EOSSPEC", "=end of \"test\", äöü"));
        return subject;
    }

    private static Map<String, String> eligible() {
        Map<String, String> answers = Typed.pairs(
                "IEI2",
                "true",
                "IEI3",
                "true",
                "IEI4",
                "true",
                "LBPDUR",
                "38",
                "CONSDUR",
                "14",
                "MBBPOS",
                "true",
                "MBBDAT",
                SCREENED.plusDays(7).toString(),
                "IEI8",
                "true",
                "IEI9",
                "true");
        answers.putAll(Typed.pairs(
                "OPIOID", "12.5", "IEE2", "false", "IEE3", "false", "IEE4", "false", "IEE5", "false", "IEE6", "false",
                "IEYN", "true"));
        return answers;
    }

    private static Map<String, String> pain(String millimetres) {
        return Typed.pairs("VASBACK", millimetres, "NRSBACK", millimetres.substring(0, 1), "NRSLEG", "2");
    }

    private static Map<String, String> oswestry() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int section = 1; section <= 10; section++) {
            answers.put("ODI" + section, Integer.toString(section % 4));
        }
        return answers;
    }

    private static Map<String, String> injected() {
        return Typed.pairs(
                "INJYN",
                "true",
                "INJDAT",
                TODAY.toString(),
                "INJTIM",
                "10:30",
                "INJLEVEL",
                "L4_L5,L5_S1",
                "INJSIDE",
                "BOTH",
                "INJJOINTS",
                "4",
                "INJREACT",
                "false");
    }

    private static Map<String, String> medication() {
        return Typed.pairs(
                "CMTRT",
                "Paracetamol",
                "CMINDC",
                "Soreness",
                "CMDOSE",
                "500",
                "CMDOSU",
                "mg",
                "CMROUTE",
                "PO",
                "CMSTDAT",
                TODAY.getYear() + "",
                "CMONGO",
                "true");
    }

    private static Map<String, String> event() {
        return Typed.pairs(
                "AETERM",
                "Injection site soreness",
                "AESTDAT",
                TODAY.toString(),
                "AEONGO",
                "true",
                "AESEV",
                "MILD",
                "AEREL",
                "PROBABLE",
                "AESER",
                "false",
                "AEOUT",
                "RECOVERING");
    }

    /** Verifies every form that wants it at both sites; one query is raised, answered and closed. */
    private void monitor(Site north) {
        Page page = visitors.signedIn("monitor");
        page.navigate(study("/monitoring/verification.xhtml"));
        // the page shows the first form that waits, so verifying it brings the next
        Locator verify = page.locator("button[data-field-extent=REQUIRED]");
        int forms = 0;
        while (verify.count() > 0) {
            assertThat(forms++).as("forms verified").isLessThan(40);
            verify.click();
            Reload.after(page, () -> page.locator("#reason-ok").click());
        }
        assertThat(forms).isGreaterThanOrEqualTo(10);
        ask(page);
        north.answerQuery("It is as in the source.");
        page.navigate(study("/query/queries.xhtml"));
        page.locator("button[data-url*='/close']").first().click();
        page.locator("#reason-input").fill("Agrees with the source.");
        Reload.after(page, () -> page.locator("#reason-ok").click());
        assertThat(page.locator("button[data-url*='/close']").count()).isZero();
    }

    private void ask(Page page) {
        page.navigate(study("/subject/subject.xhtml") + "&subject=101-001");
        page.locator("tr[id=SE_DAY0] a[href*='/capture/case-form.xhtml']")
                .last()
                .click();
        page.locator("#item-VASBACK [data-form-act=side]").click();
        page.locator("#tab-queries").click();
        page.locator("#side-queries textarea").fill("Please compare with the source.");
        page.locator("#side-queries .say button").click();
        page.locator("#item-VASBACK .item-badges button.tone-warn").waitFor();
    }

    private void lock() {
        Page page = visitors.signedIn("data-manager");
        page.navigate(study("/signature/lock.xhtml"));
        page.locator("button[data-url='/entry/locks/study']").click();
        page.locator("#reason-input").fill("All is settled.");
        page.locator("#reason-ok").click();
        Password.type(page, "data-manager");
        page.navigate(study("/signature/lock.xhtml"));
        page.locator("button[data-url='/entry/locks/study/remove']").waitFor();
    }

    private Path download() {
        Page page = visitors.signedIn("sponsor");
        page.navigate(study("/dataset/datasets.xhtml"));
        Reload.after(
                page, () -> page.locator("button[data-url='/entry/datasets']").click());
        Locator link = page.locator("tr[data-release] a[download]").first();
        link.waitFor();
        Download download = page.waitForDownload(link::click);
        Visitors.picture(page, "datasets");
        assertThat(page.locator("tr[data-release] code.hash").first().textContent())
                .isEqualTo(sha256(download.path()));
        return download.path();
    }

    private void compare(Zip zip) throws Exception {
        manifestAgrees(zip);
        Document snapshot = zip.xml("odm/snapshot.xml");
        Map<String, String> odm = Zip.values(snapshot);
        typed.all().forEach((place, answers) -> {
            NamedCsvRecord row = zip.table("forms/" + place.form() + ".csv").stream()
                    .filter(record -> record.getField("subject").equals(place.subject())
                            && record.getField("event").equals(place.event()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row for " + place));
            answers.forEach((item, text) -> {
                String where = String.join("/", place.subject(), place.event(), place.form(), item);
                assertThat(odm).as(where).containsEntry(where, text);
                String cell = row.getField(item);
                assertThat(cell.startsWith("'") ? cell.substring(1) : cell)
                        .as(where)
                        .isEqualTo(text);
            });
        });
        assertThat(zip.table("participants.csv"))
                .hasSize(2)
                .allSatisfy(
                        row -> assertThat(row.getField("randomization_number")).isNotBlank());
        assertThat(zip.table("queries.csv"))
                .anySatisfy(row -> assertThat(row.getField("state")).isEqualTo("CLOSED"));
        for (byte[] file : zip.files().values()) {
            assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("ARM_");
        }
        Document history = zip.xml("odm/history.xml");
        assertThat(history.getElementsByTagName("Signature").getLength()).isGreaterThanOrEqualTo(8);
        assertThat(history.getElementsByTagName("AuditRecord").getLength())
                .isGreaterThanOrEqualTo((int) typed.values());
    }

    /** The trail alone tells every form of this test. */
    private static void rebuild() throws SQLException {
        try (Connection owner = Running.system().asOwner()) {
            AuditRebuild rebuild = AuditRebuild.of(owner, STUDY);
            assertThat(rebuild.forms()).isGreaterThanOrEqualTo(20);
            assertThat(rebuild.differences()).isEmpty();
        }
    }

    private static void manifestAgrees(Zip zip) throws Exception {
        JsonNode manifest = new ObjectMapper().readTree(zip.text("manifest.json"));
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = zip.files().get(file.path("name").asText());
            assertThat(hex(bytes))
                    .as(file.path("name").asText())
                    .isEqualTo(file.path("sha256").asText());
        }
        assertThat(manifest.path("files").size()).isEqualTo(zip.files().size() - 1);
    }

    private static String study(String path) {
        return Running.system().url(path + "?study=" + STUDY);
    }

    private static String sha256(Path file) {
        try {
            return hex(Files.readAllBytes(file));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
