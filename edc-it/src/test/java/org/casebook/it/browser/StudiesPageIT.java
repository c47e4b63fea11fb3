package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.casebook.it.Accounts;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A study builder's work: a faulty file is refused with its faults, a good one is loaded, looked at and released. */
class StudiesPageIT {

    private static final String STUDY = "STUDIES-PAGE-IT";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_builder_loads_looks_and_releases() throws IOException {
        String good = Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"))
                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + STUDY + "\"");
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/studies.xhtml"));

        choose(
                page,
                good.replace("CodeListOID=\"CL_SEX\"", "CodeListOID=\"CL_SEXX\"")
                        .replace("TimepointRelativeTarget=\"P91D\"", "TimepointRelativeTarget=\"soon\""));
        page.waitForSelector("#study-faults:not([hidden])");
        List<String> faults = page.locator("#study-fault-lines tr").allInnerTexts();
        assertThat(faults).hasSize(2);
        assertThat(faults).anyMatch(line -> line.contains("CodeListRef") && line.contains("CL_SEXX"));
        assertThat(faults).anyMatch(line -> line.contains("TM_MONTH3") && line.contains("soon"));
        assertThat(row(page).count()).isZero();

        choose(page, good);
        row(page).waitFor();
        assertThat(row(page).innerText()).contains("BMMSC.1").contains("Draft");
        Visitors.picture(page, "studies");

        release(page);
        page.navigate(Running.system().url("/study/studies.xhtml"));
        row(page).getByText("Released").waitFor();
        row(page).locator("a").first().click();
        page.waitForURL("**/study/study.xhtml**");
        assertThat(page.locator("h1").innerText()).contains("BMMSC.1");
        assertThat(page.locator(".count-list").innerText()).containsPattern("16\\s*visits");
        page.locator(".study-tabs").getByText("Plan").click();
        page.waitForURL("**/study/plan.xhtml**");
        assertThat(page.locator("main").innerText()).contains("permuted blocks of 2, 4, 6");
        page.locator(".study-tabs").getByText("Forms").click();
        page.waitForURL("**/study/forms.xhtml**");
        page.locator("#form-ODI summary").click();
        assertThat(page.locator("#form-ODI").innerText()).contains("ODISCORE").contains("count(ODI1");
        Visitors.picture(page, "study-plan");
        takesTheBlankFormsHome(page);
    }

    private static void takesTheBlankFormsHome(Page page) {
        page.locator(".study-tabs").getByText("Files").click();
        page.waitForURL("**/study/files.xhtml**");
        Download original =
                page.waitForDownload(() -> file(page, "as it was loaded").click());
        assertThat(original.suggestedFilename()).isEqualTo(STUDY + "_BMMSC.1_original.xml");
        byte[] canonical = page.request()
                .get(Running.system().url(file(page, "ODM 2.0").getAttribute("href")))
                .body();
        assertThat(new String(canonical, StandardCharsets.UTF_8)).contains("<ODM ", "OID=\"" + STUDY + "\"");
        Download download =
                page.waitForDownload(() -> file(page, "Blank forms, German").click());
        assertThat(download.suggestedFilename()).isEqualTo(STUDY + "_BMMSC.1_blank-forms_de.pdf");
        String address = file(page, "Blank forms, English").getAttribute("href");
        byte[] first = page.request().get(Running.system().url(address)).body();
        long start = System.nanoTime();
        byte[] again = page.request().get(Running.system().url(address)).body();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(again).isEqualTo(first);
        String text = new String(first, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-");
        long pages = Pattern.compile("/Type/Page\\b").matcher(text).results().count();
        Figures.atMost("blank forms of the first trial as a PDF, request to last byte", millis, "ms", 1000);
        Figures.add("blank forms of the first trial", pages, "pages", "more than 12", pages > 12);
        assertThat(pages).isGreaterThan(12);
    }

    private static Locator file(Page page, String name) {
        return page.locator(".file-list li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("a");
    }

    @Test
    void others_cannot_load_and_do_not_see_other_studies() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        assertThat(page.locator("#study-load").count()).isZero();
        Response other = page.navigate(Running.system().url("/study/study.xhtml?study=SOMEBODY-ELSES"));
        assertThat(other.status()).isEqualTo(404);
    }

    /** Runs the test participants, looks, signs by the password, and takes the record home. */
    private static void release(Page page) {
        row(page).getByText("Try and release").click();
        page.waitForURL("**/acceptance/acceptance.xhtml**");
        assertThat(page.locator("#sign").count())
                .as("nothing to sign before the run")
                .isZero();
        page.locator("#run").click();
        page.locator("#result").waitFor();
        assertThat(page.locator("main").innerText())
                .contains("9 test participants")
                .contains("0 not as expected");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("TP_OSWESTRY"))
                .click();
        Visitors.picture(page, "acceptance");
        page.setViewportSize(390, 844);
        Visitors.picture(page, "acceptance-phone");
        page.setViewportSize(1440, 900);
        page.locator("#sign").click();
        page.locator("#reason-ok").click();
        page.waitForSelector("#password");
        page.fill("#password", Accounts.PASSWORD);
        page.click("#kc-login");
        page.locator("#signature").waitFor();
        assertThat(page.locator("#signature").innerText()).contains("Signed by").contains("I accept it for use");
        assertThat(page.locator("#sign").count()).isZero();
        Visitors.picture(page, "acceptance-signed");
        byte[] record = page.request()
                .get(Running.system().url(page.locator("#record").getAttribute("href")))
                .body();
        requireRecord(record);
        page.navigate(Running.system().url("/study/studies.xhtml"));
        assertThat(row(page).innerText()).contains("Released");
    }

    /** The study is a production one; its record says what was run, how it came out, who signed it and what that means. */
    private static void requireRecord(byte[] record) {
        StringBuilder words = new StringBuilder();
        try (PdfReader pdf = new PdfReader(record)) {
            PdfTextExtractor pages = new PdfTextExtractor(pdf);
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                words.append(pages.getTextFromPage(number)).append('\n');
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(words.toString().replaceAll("\\s+", " "))
                .contains("Record of acceptance", STUDY, "BMMSC.1", "Green: 9 participants", "0 not as expected")
                .contains("Signed by", "(builder)", "I accept it for use", "SHA-256 of what was signed")
                .contains("TP_OSWESTRY")
                .doesNotContain("~", "Test study", "FAILED", "Not signed");
    }

    /** Chooses a file, and loads it when the report says that it can be. */
    private static void choose(Page page, String file) {
        page.locator("#study-kind").selectOption("production");
        page.locator("#study-file")
                .setInputFiles(new FilePayload("study.xml", "application/xml", file.getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector("#study-report:not([hidden])");
        if (page.locator("#study-take").isVisible()) {
            page.locator("#study-take").click();
            page.waitForURL("**/study/study.xhtml**");
            page.navigate(Running.system().url("/study/studies.xhtml"));
        }
    }

    private static Locator row(Page page) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(STUDY));
    }
}
