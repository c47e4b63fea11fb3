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
            "L Epidural + Facet", "Epidural and lumbar facet joints, no disc yes",
            "L Epidural + Facet + Disk", "Epidural, lumbar facet joints and disc yes",
            "C Facet + L Epidural", "Epidural and cervical facet joints yes",
            "HD", "Herniated disc",
            "Pre-VAS>=8", "Pain of 8 of 10 and more before treatment yes",
            "Previous failed surgery", "Did that surgery fail? yes",
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
        page.locator("[role=alert]:has-text('“much” is no number')").waitFor();
        assertThat(page.locator("input[name=limit]").first().inputValue()).isEqualTo("much");

        limits(page);
        changes(page);
        page.navigate(Running.system().url("/outcome/conduct.xhtml?study=" + STUDY));
        page.locator("[data-part=conduct] table").waitFor();
        look(page, "outcome-conduct");
    }

    /** A limit of the study is set with source and reason, and the figures follow. In a copy its builder is data manager too. */
    private static void limits(Page page) {
        page.navigate(Running.system().url("/outcome/responses.xhtml?study=" + STUDY));
        setLimit(page, "20", "A paper", "It goes the other way");
        page.locator("#limit-error").getByText("has the same sign").waitFor();
        setLimit(page, "-60", "", "Who says so?");
        page.locator("#limit-error").getByText("needs a source").waitFor();
        setLimit(page, "-60", "A stricter paper", "The committee asks for it");
        page.locator("[data-part=limits]").getByText("-60, by A stricter paper").waitFor();
        Locator all = page.locator("[data-part=responders] tbody tr").first();
        assertThat(all.innerText()).doesNotContain("29 of 39");
        setLimit(page, "", "", "The study's own is asked for again");
        page.locator("[data-part=responders] td:has-text('29 of 39')").first().waitFor();
        // published thresholds are definitions too
        page.locator("select[name=response]").selectOption("GIPCT.1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        page.locator("[data-part=limits]")
                .getByText("30, as the study file says")
                .waitFor();
        assertThat(page.locator("input[name=limit]").inputValue())
                .as("the limits of another definition are not taken along")
                .isEqualTo("30");
        assertThat(page.locator("[data-part=responders] tbody tr").first().innerText())
                .contains(" of 39");
    }

    private static void setLimit(Page page, String amount, String source, String reason) {
        page.locator("#set-limit [name=amount]").fill(amount);
        page.locator("#set-limit [name=source]").fill(source);
        page.locator("#set-limit [name=reason]").fill(reason);
        page.locator("#set-limit button[type=submit]").click();
    }

    private static void changes(Page page) {
        page.navigate(Running.system().url("/outcome/changes.xhtml?study=" + STUDY + "&item=VASPAIN&visit=SE_MONTH3"));
        page.locator("[data-part=means] table").waitFor();
        assertThat(page.locator("[data-part=means] tbody tr").first().innerText())
                .contains("48");
        assertThat(page.locator("[data-part=means] tbody tr:has-text('Month 3')")
                        .innerText())
                .contains("−19.");
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
        Locator row = rows.filter(new Locator.FilterOptions().setHasText(name)).first();
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
