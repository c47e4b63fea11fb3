package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.casebook.it.Figures;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.it.job.ProdromosCohort.Count;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Outcomes of a study that another group published: the percentages of its table 2 come out of item-level data. */
class OutcomePagesIT {
    private static final String STUDY = "PRODROMOS~training-outcome";
    private static final Map<String, String> NAMES = Map.of(
            "All Patients", "All participants",
            "L Epidural + Facet", "Lumbar facet joints",
            "L Epidural + Facet + Disk", "Intervertebral disc",
            "C Facet + L Epidural", "Cervical facet joints",
            "HD", "Herniated disc",
            "Pre-VAS>=8", "yes Pain of 8 of 10 and more before treatment",
            "Previous failed surgery", "yes",
            "Spondylolisthesis", "Spondylolisthesis");

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void the_percentages_of_the_paper_come_out_of_item_data() throws IOException {
        Path table = Home.current()
                .root()
                .resolve("../shared/data/instruments/prodromos_table2_counts.csv")
                .normalize();
        assumeTrue(Files.exists(table), () -> table + " is not there");
        ProdromosCohort cohort = new ProdromosCohort(table);
        load(cohort);

        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/outcome/responses.xhtml?study=" + STUDY));
        page.locator("[data-part=responders] table").waitFor();
        int right = 0;
        for (Count count : cohort.counts()) {
            assertThat(figure(page, "responders", count))
                    .as("%s at month %d", count.group(), count.month())
                    .isEqualTo("%d of %d (%d %%)".formatted(count.responders(), count.followed(), count.percent()));
            right++;
        }
        Figures.add("percentages of a published table from item data", right, "of 24", "24", right == 24);
        assertThat(figure(page, "followUp", new Count("All Patients", 3, 0, 0, 0)))
                .isEqualTo("39 of 48 (81 %)");
        assertThat(figure(page, "followUp", new Count("All Patients", 12, 0, 0, 0)))
                .isEqualTo("29 of 48 (60 %)");
        look(page, "outcome-responses");

        page.locator("input[name=limit]").first().fill("-60");
        page.locator("input[name=limit]").nth(1).fill("100");
        page.locator("input[name=limit]").nth(2).fill("-100");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        page.locator("[data-part=responders] td:has-text('0 of 39')").first().waitFor();

        page.locator("input[name=limit]").first().fill("much");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        page.getByText("“much” is no number").waitFor();

        changes(page);
        page.navigate(Running.system().url("/outcome/conduct.xhtml?study=" + STUDY));
        page.locator("[data-part=conduct] table").waitFor();
        look(page, "outcome-conduct");
    }

    private static void changes(Page page) {
        page.navigate(Running.system().url("/outcome/changes.xhtml?study=" + STUDY + "&item=VASPAIN&visit=SE_MONTH3"));
        page.locator("[data-part=means] table").waitFor();
        assertThat(page.locator("[data-part=means] tbody tr").first().innerText())
                .contains("48");
        assertThat(page.locator("[data-part=means] tbody tr:has-text('Month 3')")
                        .innerText())
                .contains("-19.");
        look(page, "outcome-changes");
        String file = page.evaluate(
                        "async address => (await (await fetch(address)).text())",
                        page.locator("a[download='changes.csv']").getAttribute("href"))
                .toString();
        assertThat(file).contains("mean_value").contains("participant,").doesNotContain("'-");
    }

    private static String figure(Page page, String part, Count count) {
        Locator rows = page.locator("[data-part=" + part + "] tbody tr");
        String name = NAMES.get(count.group());
        Locator row = count.group().equals("Previous failed surgery")
                ? rows.filter(new Locator.FilterOptions().setHasText("yes")).last()
                : rows.filter(new Locator.FilterOptions().setHasText(name)).first();
        List<String> columns = page.locator("[data-part=" + part + "] thead th").allInnerTexts();
        int column = columns.indexOf("Month " + count.month());
        return row.locator("td").nth(column - 1).innerText();
    }

    private static void look(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Visitors.picture(page, name);
        page.setViewportSize(390, 844);
        Visitors.picture(page, name + "-narrow");
        page.setViewportSize(1440, 900);
    }

    private static void load(ProdromosCohort cohort) throws IOException {
        String file = Files.readString(Trial.target().studies().resolve("prodromos.xml"));
        // no file takes the steps before a treatment, and nobody takes them here: the form is one as any other
        String plain = file.replace(" cb:Purpose=\"Treatment\"", "")
                .replaceAll("(?s)<cb:TestParticipant.*</cb:TestParticipant>", "");
        OneSite.open(plain, "PRODROMOS", "training", "outcome");
        String version = file.replaceAll("(?s).*<MetaDataVersion OID=\"([^\"]+)\".*", "$1");
        Rest builder = Trial.as("builder");
        JsonNode looked = builder.postXml("/studies/" + STUDY + "/imports?site=01", cohort.odm("PRODROMOS", version));
        assertThat(looked.path("outcome").path("counts").path("faults").asInt())
                .as(() -> looked.toPrettyString().substring(0, 3000))
                .isZero();
        builder.post("/studies/" + STUDY + "/imports/" + looked.path("id").asLong() + "/taking?site=01", Map.of());
    }
}
