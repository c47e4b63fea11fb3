package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A builder makes a test copy, works in it at once as everybody, and each of its pages says what it is. */
class StudyKindPageIT {

    private static final String OID = "KIND-PAGE-IT";
    private static final String COPY = OID + "~test";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_test_copy_is_used_at_once_and_every_page_of_it_says_so() throws IOException {
        Trial.load();
        Page page = visitors.signedIn("builder");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(Running.system().url("/study/studies.xhtml"));
        byte[] file = Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"))
                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + OID + "\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        page.locator("#study-kind").selectOption("test");
        page.locator("#study-file").setInputFiles(new FilePayload("study.xml", "application/xml", file));
        page.locator("#study-take").click();
        page.waitForURL("**/study/study.xhtml**");
        page.navigate(Running.system().url("/study/studies.xhtml"));
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(COPY));
        row.waitFor();
        assertThat(row.innerText()).contains("Test study");

        Rest rest = Trial.as("builder");
        String study = "/studies/" + COPY;
        long version = rest.get(study + "/versions").path(0).path("id").asLong();
        rest.post(study + "/versions/" + version + "/release", null);
        rest.post(study + "/sites", Map.of("number", "001", "name", "Test site", "timeZone", "UTC"));
        rest.post(study + "/sites/001/version", Map.of("version", version));
        rest.post(study + "/sites/001/activation", null);
        String subject = rest.post(study + "/participants?site=001", null)
                .path("subject")
                .asText();
        assertThat(subject).isEqualTo("001-001");

        page.navigate(Running.system().url("/home.xhtml?study=" + COPY + "&site=001"));
        List<?> links = (List<?>) page.evaluate("[...document.querySelectorAll('#nav a')].map(a => a.href)");
        assertThat(links).hasSizeGreaterThan(9);
        for (Object link : links) {
            page.navigate(link.toString());
            sayso(page);
        }
        fromADate(page);
        page.navigate(Running.system().url("/subject/subject.xhtml?study=" + COPY + "&site=001&subject=" + subject));
        sayso(page);
        Visitors.picture(page, "test-study");
        page.setViewportSize(390, 844);
        axe(page);
        Visitors.picture(page, "test-study-phone");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".kind-banner").isVisible()).as("in print").isTrue();
        assertThat(page.locator(".topbar").isVisible()).isFalse();
    }

    /** Puts the version in force again from a date to come, at all sites and then at the one. */
    private static void fromADate(Page page) {
        page.navigate(Running.system().url("/site/sites.xhtml?study=" + COPY));
        assertThat(page.locator("#site-001").innerText()).contains("BMMSC.1").contains("since");
        Locator everywhere = page.locator("form[data-url^='/entry/sites/version?study=']:not([data-url*='site='])");
        everywhere.locator("input[name=from]").fill("2099-01-31");
        everywhere.locator("button").click();
        page.locator("#site-001 .next-version").getByText("from 2099-01-31").waitFor();
        Locator here = page.locator("#site-001 details");
        here.locator("summary").click();
        here.locator("input[name=from]").fill("2098-12-24");
        here.locator("form").first().locator("button").click();
        page.locator("#site-001 .next-version").getByText("from 2098-12-24").waitFor();
        assertThat(page.locator("#site-001 .next-version").count()).isEqualTo(1);
        axe(page);
        Visitors.picture(page, "sites-versions");
        page.setViewportSize(390, 844);
        axe(page);
        Visitors.picture(page, "sites-versions-phone");
        page.setViewportSize(1366, 900);
    }

    @Test
    void a_production_study_has_no_banner() {
        Trial.load();
        Page page = visitors.signedIn("coordinator-101");
        assertThat(page.locator(".kind-banner").count()).isZero();
        assertThat(page.title()).doesNotContain("Test").doesNotContain("Training");
        assertThat(page.locator(".topbar .place-kind").first().innerText()).isEmpty();
    }

    private static void sayso(Page page) {
        assertThat(page.locator(".kind-banner").innerText())
                .as(page.url())
                .contains("Test study.")
                .contains("nobody in it is a participant");
        assertThat(page.title()).as(page.url()).startsWith("Test study ");
        axe(page);
    }

    private static void axe(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }
}
