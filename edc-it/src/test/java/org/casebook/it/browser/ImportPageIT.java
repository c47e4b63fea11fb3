package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A builder brings data into a test study: chooses a file, reads what it would change, takes it. */
class ImportPageIT {

    private static final String STUDY = "CDASH_STARTERS~test-page";
    private static final String FILE = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot" FileOID="F" ODMVersion="1.3.2"
                 CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="CDASH_STARTERS" MetaDataVersionOID="CDASH_STARTERS.1">
            <SubjectData SubjectKey="P7"><SiteRef LocationOID="01"/>
            <StudyEventData StudyEventOID="SE_SCREEN"><FormData FormOID="VS"><ItemGroupData ItemGroupOID="IG.VS">
            <ItemData ItemOID="VSPERF" Value="Y"/><ItemData ItemOID="%s" Value="#{1+1}&lt;b&gt;"/>
            </ItemGroupData></FormData></StudyEventData></SubjectData></ClinicalData></ODM>
            """;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_builder_looks_at_a_file_and_takes_it() throws IOException {
        open("page");
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/transfer/import.xhtml?study=" + STUDY));
        choose(page, FILE.formatted("NOPE"));
        page.waitForSelector("#import-findings");
        assertThat(page.locator("#import-findings tbody tr").first().innerText())
                .contains("At fault")
                .contains("NOPE");
        assertThat(page.locator("[data-url*=taking]").count()).isZero();

        choose(page, FILE.formatted("PULSE_VSORRES"));
        page.locator("[data-url*=taking]").waitFor();
        assertThat(page.locator("#import-findings").innerText())
                .contains("#{1+1}<b>")
                .contains("flagged");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Visitors.picture(page, "import-report");
        page.locator("[data-url*=taking]").click();
        page.getByText("cannot be stopped from here").waitFor();
        page.locator("#reason-ok").click();
        page.locator("#import-next").getByText("Taken by").waitFor();
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Visitors.picture(page, "import-taken-phone");
    }

    @Test
    void a_file_is_dropped_and_a_look_is_stopped() throws IOException {
        open("drop");
        String study = "CDASH_STARTERS~test-drop";
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/transfer/import.xhtml?study=" + study));
        // the request hangs, as that of a large file would
        page.route("**/entry/imports?**", route -> {});
        drop(page, FILE.formatted("PULSE_VSORRES"));
        page.locator("#import-progress progress").waitFor();
        assertThat(page.locator("#import-progress p").innerText()).isNotBlank();
        Visitors.picture(page, "import-under-way");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop"))
                .click();
        page.getByText("Stopped. Nothing of the file was taken. If").waitFor();
        assertThat(page.locator("#import-progress").isVisible()).isFalse();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.unroute("**/entry/imports?**");
        page.waitForNavigation(() -> drop(page, FILE.formatted("PULSE_VSORRES")));
        page.locator("[data-url*=taking]").waitFor();
        assertThat(page.locator("h2").allInnerTexts()).anyMatch(heading -> heading.contains("dropped.xml"));
    }

    private static void drop(Page page, String file) {
        JSHandle dropped = page.evaluateHandle(
                "text => { const all = new DataTransfer(); all.items.add(new File([text], 'dropped.xml')); return all; }",
                file);
        page.dispatchEvent("#import-drop", "drop", Map.of("dataTransfer", dropped));
    }

    private static void choose(Page page, String file) {
        page.locator("#import-file")
                .setInputFiles(new FilePayload("data.xml", "application/xml", file.getBytes(StandardCharsets.UTF_8)));
        page.waitForNavigation(
                () -> page.locator("#import-look button[type=submit]").click());
    }

    private static void open(String copy) throws IOException {
        OneSite.open(
                Files.readString(Home.current().root().resolve("config/studies/cdash-starters.xml")),
                "CDASH_STARTERS",
                "test",
                copy);
    }
}
