package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Choosing a study file reports and stores nothing; loading it is another act; versions are compared. */
class DryRunReportIT {

    private static final String STUDY = "DRY-RUN-REPORT-IT";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_file_is_reported_first_loaded_then_and_compared_with_the_next() throws IOException {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        String good = good();

        choose(page, "study.xml", good);
        assertThat(verdict(page)).contains("can be loaded as version BMMSC.1").contains("Nothing is stored yet");
        assertThat(page.locator("[data-part=counts]").innerText()).contains("items", "edit checks");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        assertThat(row(page).count()).as("rows of the study after the report").isZero();

        choose(page, "study.xml", good);
        page.locator("#study-take").click();
        page.waitForURL("**/study/study.xhtml**");
        assertThat(page.locator("h1").innerText()).contains("BMMSC.1");

        page.navigate(Running.system().url("/study/studies.xhtml"));
        String next = good.replace("<MetaDataVersion OID=\"BMMSC.1\"", "<MetaDataVersion OID=\"BMMSC.2\"")
                .replace(">Clinical diagnosis of symptomatic", ">Clinical finding of symptomatic");
        assertThat(next).contains("BMMSC.2").contains("Clinical finding");
        choose(page, "study.xml", next);
        Locator difference = page.locator("[data-part=difference]");
        difference.locator("tbody tr").first().waitFor();
        assertThat(difference.innerText()).contains("Against version BMMSC.1").contains("Clinical finding");
        Visitors.picture(page, "dry-run");
        page.locator("#study-take").click();
        page.waitForURL("**/study/study.xhtml**");
        page.locator(".study-tabs").getByText("Differences").click();
        page.waitForURL("**/study/differences.xhtml**");
        assertThat(page.locator("main").innerText())
                .contains("BMMSC.1 → BMMSC.2")
                .contains("Clinical diagnosis of symptomatic", "Clinical finding of symptomatic");
        Visitors.picture(page, "differences");
    }

    @Test
    void faults_are_sorted_and_shown_in_the_file() throws IOException {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        choose(
                page,
                "study.xml",
                good().replace("CodeListOID=\"CL_SEX\"", "CodeListOID=\"CL_SEXX\"")
                        .replace("CodeListOID=\"CL_RACE\"", "CodeListOID=\"CL_RACEE\""));
        assertThat(verdict(page)).contains("cannot be loaded");
        assertThat(page.locator("#study-take").isVisible()).isFalse();
        Locator lines = page.locator("#study-fault-lines tr");
        List<String> before = lines.allInnerTexts();
        assertThat(before).isNotEmpty();
        Locator line = page.locator("#study-faults th").first().locator("button");
        line.click();
        line.click();
        List<String> after = lines.allInnerTexts();
        assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        lines.first().locator("button").click();
        assertThat(page.locator(".excerpt mark").innerText()).contains("CL_");
    }

    @Test
    void what_is_no_study_file_is_refused_without_being_sent() {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        choose(page, "empty.xml", "");
        assertThat(verdict(page)).contains("is empty");
        choose(page, "picture.xml", "no XML at all");
        assertThat(verdict(page)).contains("no XML");
        choose(page, "large.xml", "<ODM>" + " ".repeat(10 * 1024 * 1024) + "</ODM>");
        assertThat(verdict(page)).contains("10 MB at most");
    }

    private static String verdict(Page page) {
        page.waitForSelector("#study-report:not([hidden])");
        return page.locator("#study-verdict").innerText();
    }

    private static void choose(Page page, String name, String file) {
        page.locator("#study-file")
                .setInputFiles(new FilePayload(name, "application/xml", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator row(Page page) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(STUDY));
    }

    private static String good() throws IOException {
        return Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"))
                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + STUDY + "\"");
    }
}
