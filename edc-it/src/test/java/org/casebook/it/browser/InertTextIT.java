package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.it.Zip;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A study whose every name, question, answer, help and message is written to be run by something: as a script, as EL, as SQL,
 * as a format, as a formula of a spreadsheet. The same is typed as data. Pages show it, exports hold it, nothing runs it.
 */
class InertTextIT {

    private static final String STUDY = "INERT~test";

    /** 7 times 191 is 1337, which stands in no file: whoever shows it has calculated. */
    private static final List<String> HOSTILE = List.of(
            "<script>window.evil=1</script>",
            "\"><img src=x onerror=\"window.evil=1\">",
            "</textarea></title><svg onload=window.evil=1>",
            "#{7*191} #{request.contextPath}",
            "${7*191} $1 \\1",
            "'; drop table edc.subject; --",
            "=cmd|' /C calc'!A0",
            "+7+1",
            "-7+1",
            "@SUM(7,1)",
            "{0} {1,number} '{2",
            "%s %n %d %");

    private static final Pattern TEXT =
            Pattern.compile("(<TranslatedText[^>]*>)(.*?)(</TranslatedText>)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(
            "(<(?:StudyEventDef|StudyEventGroupDef|ItemGroupDef|CodeList|ConditionDef|MethodDef|Epoch|MetaDataVersion|Study)\\b[^>]*? (?:Study)?Name=\")([^\"]*)(\")");

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final Tokens tokens = new Tokens(Trial.target().issuer());
    private final Rest builder = new Rest(Trial.target(), tokens, "builder");
    private final Rest admin = new Rest(Trial.target(), tokens, "admin");
    private final List<String> wrong = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void nothing_that_a_study_or_a_person_writes_is_run() throws Exception {
        String version = open();
        String subject = type();
        Page page = visitors.signedIn("builder");
        page.onDialog(dialog -> {
            wrong.add(page.url() + " opens a dialog");
            dialog.dismiss();
        });
        page.onPageError(error -> wrong.add(page.url() + " has a script error: " + error));
        String query = "?study=" + STUDY + "&site=01&subject=" + subject + "&version=" + version;
        for (String side : List.of("study", "plan", "forms", "files", "differences", "expressions")) {
            look(page, "/study/" + side + ".xhtml" + query);
        }
        for (String form : List.of("VS", "AE", "DM")) {
            look(page, "/study/preview.xhtml" + query + "&form=" + form);
        }
        for (String path : List.of(
                "/acceptance/acceptance.xhtml",
                "/study/studies.xhtml",
                "/home.xhtml",
                "/subject/subjects.xhtml",
                "/subject/subject.xhtml",
                "/query/queries.xhtml",
                "/monitoring/verification.xhtml",
                "/signature/sign.xhtml",
                "/signature/lock.xhtml",
                "/audit/trail.xhtml",
                "/dataset/datasets.xhtml",
                "/site/sites.xhtml",
                "/transfer/import.xhtml")) {
            look(page, path + query);
        }
        for (JsonNode form : builder.get("/studies/" + STUDY + "/forms?site=01&subject=" + subject)) {
            look(
                    page,
                    "/capture/case-form.xhtml" + query + "&form="
                            + form.path("id").asLong());
            String shown = page.locator("main").innerText();
            assertThat(HOSTILE).as("shown as it is").anyMatch(shown::contains);
        }
        assertThat(wrong).isEmpty();
        files();
        for (String paper : List.of("blank-forms", "odm", "odm-1-3-2")) {
            String address = Running.system().url("/entry/studies/versions/" + version + "/" + paper + query);
            APIResponse answer = page.request().get(address);
            assertThat(answer.status()).as(paper).isEqualTo(200);
            assertThat(answer.text()).as(paper).startsWith(paper.equals("blank-forms") ? "%PDF" : "<?xml");
        }
        assertThat(builder.get("/studies/" + STUDY + "/participants?site=01")).hasSize(1);
    }

    /** Loads, releases and opens the study, with one site. */
    private String open() throws IOException {
        String file = Files.readString(Home.current().root().resolve("config/studies/cdash-starters.xml"))
                .replace("OID=\"CDASH_STARTERS\"", "OID=\"INERT\"");
        file = poison(poison(file, TEXT), NAME);
        JsonNode version = builder.postXml("/studies?kind=test", file);
        String id = version.path("id").asText();
        builder.post("/studies/" + STUDY + "/versions/" + id + "/release", null);
        String sites = "/studies/" + STUDY + "/sites";
        admin.post(sites, Map.of("number", "01", "name", HOSTILE.get(0), "timeZone", "Europe/Berlin"));
        admin.post(sites + "/01/version", Map.of("version", version.path("id").asLong()));
        admin.post(sites + "/01/activation", null);
        return id;
    }

    private String poison(String file, Pattern places) {
        return places.matcher(file).replaceAll(place -> {
            String text = HOSTILE.get(turn.getAndIncrement() % HOSTILE.size());
            // texts of answers are told apart, or the file would be refused for saying one thing twice
            String inside = escaped(text + " " + turn.get());
            return Matcher.quoteReplacement(place.group(1) + inside + place.group(3));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Adds a participant, and types each hostile text into adverse events and, as no number, into vital signs. */
    private String type() {
        String study = "/studies/" + STUDY;
        String subject = builder.post(study + "/participants?site=01", null)
                .path("subject")
                .asText();
        builder.put(
                study + "/participants/" + subject + "/visits/SE_SCREEN/date?site=01", Map.of("date", "2026-01-05"));
        for (String text : HOSTILE) {
            enter(study, Map.of("subject", subject, "form", "AE"), "AETERM", text);
        }
        Map<String, Object> vitals = Map.of("subject", subject, "event", "SE_SCREEN", "form", "VS");
        enter(study, vitals, "VSPERF", "Y");
        enter(study, vitals, "PULSE_VSORRES", HOSTILE.get(0));
        enter(study, Map.of("subject", subject, "event", "SE_SCREEN", "form", "DM"), "BRTHDAT", HOSTILE.get(3));
        return subject;
    }

    private void enter(String study, Map<String, Object> seat, String item, String text) {
        long form = builder.post(study + "/forms?site=01", seat)
                .path("header")
                .path("id")
                .asLong();
        Map<String, Object> entry =
                Map.of("key", UUID.randomUUID().toString(), "item", item, "text", text, "itemRevision", 0);
        JsonNode saved = builder.put(study + "/forms/" + form + "/items?site=01", List.of(entry));
        assertThat(saved).hasSize(1);
        JsonNode stored =
                builder.get(study + "/forms/" + form + "?site=01").path("items").path(item);
        assertThat(stored.path("text").asText()).isEqualTo(text);
    }

    private void look(Page page, String path) {
        int status = page.navigate(Running.system().url(path)).status();
        page.waitForLoadState(LoadState.LOAD);
        if (status != 200) {
            wrong.add(path + " answers " + status);
        }
        if (!page.evaluate("typeof window.evil").equals("undefined")) {
            wrong.add(path + " runs a script of the study");
        }
        if (page.locator("body").innerText().contains("1337")) {
            wrong.add(path + " calculates a text of the study");
        }
    }

    /** The ODM files are read again and hold the texts; tables hold no cell that a spreadsheet would run. */
    private void files() throws Exception {
        String study = "/api/v1/studies/" + STUDY;
        Zip zip = new Zip(download(study + "/datasets/"
                        + builder.post("/studies/" + STUDY + "/datasets", null)
                                .path("id")
                                .asLong() + "/zip")
                .body());
        zip.xml("odm/history.xml");
        assertThat(Zip.values(zip.xml("odm/snapshot.xml")).values())
                .containsAll(List.of(HOSTILE.get(0), HOSTILE.get(3)));
        int cells = 0;
        for (Map.Entry<String, byte[]> file : zip.files().entrySet()) {
            if (file.getKey().endsWith(".csv")) {
                cells += cells(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        assertThat(cells).isGreaterThan(500);
        Figures.add("cells of exported tables looked at for formulas", cells, "cells", "", true);
        assertThat(wrong).isEmpty();
    }

    private int cells(String name, String table) {
        int cells = 0;
        for (var row : CsvReader.builder().ofCsvRecord(table)) {
            for (String cell : row.getFields()) {
                cells++;
                boolean number = cell.matches("-?\\d+(\\.\\d+)?");
                if (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !number) {
                    wrong.add(name + " has a cell that a spreadsheet runs: " + cell);
                }
            }
        }
        return cells;
    }

    private HttpResponse<InputStream> download(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Running.system().url(path)))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
