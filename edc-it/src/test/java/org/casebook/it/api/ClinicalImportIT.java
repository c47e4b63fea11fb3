package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casebook.it.Figures;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Zip;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Clinical data from files into training and test studies: looked at, taken whole, and the second time the same. */
class ClinicalImportIT {

    private static final String FILE = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="%s" FileOID="F" ODMVersion="1.3.2"
                 CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="CDASH_STARTERS" MetaDataVersionOID="CDASH_STARTERS.1">
            <SubjectData SubjectKey="P7">
            %s
            </SubjectData></ClinicalData></ODM>
            """;
    private static final String VITALS = """
            <StudyEventData StudyEventOID="SE_SCREEN"><FormData FormOID="VS"><ItemGroupData ItemGroupOID="IG.VS">
            <ItemData ItemOID="VSPERF" Value="Y"/><ItemData ItemOID="SYSBP_VSORRES" Value="%s"/>
            <ItemData ItemOID="PULSE_VSORRES" Value="fast"/><ItemData ItemOID="BMI_VSORRES" Value="20"/>
            </ItemGroupData></FormData></StudyEventData>
            <StudyEventData StudyEventOID="SE_LOGS"><FormData FormOID="AE" FormRepeatKey="A7"><ItemGroupData ItemGroupOID="IG.AE">
            <ItemData ItemOID="AETERM" Value="Headache"/><ItemData ItemOID="AEONGO" Value="Y"/>
            <ItemData ItemOID="AEENDAT" Value="2026-01-05"/></ItemGroupData></FormData></StudyEventData>""";

    private final Tokens tokens = new Tokens(Trial.target().issuer());
    private final Rest builder = new Rest(Trial.target(), tokens, "builder");
    private final Rest admin = new Rest(Trial.target(), tokens, "admin");

    /** Loads a file as a copy and opens its site 01. */
    private String study(String file, String oid, String kind, String copy) {
        String study = oid + "~" + kind + "-" + copy;
        OneSite.open(file, oid, kind, copy);
        return "/studies/" + study;
    }

    private static Map<String, Integer> counts(JsonNode report) {
        Map<String, Integer> counts = new HashMap<>();
        report.path("outcome")
                .path("counts")
                .fields()
                .forEachRemaining(
                        field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }

    @Test
    void all_values_of_another_system_are_there_after_the_import() throws Exception {
        Path folder = Home.current().root().resolve("../shared/data/openedc").normalize();
        assumeTrue(Files.exists(folder), () -> folder + " is not there");
        String study = study(Files.readString(folder.resolve("metadata.xml")), "S.1", "training", "import");
        String file = Files.readString(folder.resolve("clinicaldata.xml"));

        long start = System.nanoTime();
        JsonNode looked = builder.postXml(study + "/imports?site=01&name=clinicaldata.xml", file);
        double lookSeconds = (System.nanoTime() - start) / 1e9;
        Map<String, Integer> counts = counts(looked);
        assertThat(counts)
                .containsEntry("subjects", 90)
                .containsEntry("values", 1684)
                .containsEntry("faults", 0);
        assertThat(builder.get(study + "/participants?site=01")).isEmpty();

        start = System.nanoTime();
        JsonNode taken = builder.post(study + "/imports/" + looked.path("id").asLong() + "/taking?site=01", Map.of());
        double takeSeconds = (System.nanoTime() - start) / 1e9;
        assertThat(taken.path("state").asText()).isEqualTo("TAKEN");
        Figures.atMost("clinical file of 1,684 values, looked at with a rehearsal", lookSeconds, "s", 60);
        Figures.atMost("clinical file of 1,684 values, taken in one transaction", takeSeconds, "s", 60);

        Map<String, String> expected = values(folder.resolve("clinicaldata.xml"), keys(taken));
        assertThat(expected).hasSize(1684);
        Map<String, JsonNode> stored = stored(study, keys(taken).values());
        Set<String> computed = computed(taken);
        List<String> different = new ArrayList<>();
        expected.forEach((place, value) -> {
            JsonNode item = stored.get(place);
            boolean same = item != null && value.equals(item.path("text").asText());
            boolean derived = item == null || item.path("derived").asBoolean();
            if (computed.contains(place) ? !derived : !same) {
                different.add(place + " " + value + " but " + item);
            }
        });
        int typed = expected.size() - computed.size();
        Figures.add("values of another system compared after import", typed, "values", "all not computed here", true);
        Figures.atMost("values of another system that differ after import", different.size(), "values", 0);
        assertThat(different).isEmpty();
        assertThat(computed).as("values that the study computes itself").hasSize(counts.get("computed"));

        assertThat(typed).isEqualTo(1567);
        compareExport(study, expected, computed, stored);

        Map<String, Integer> again = counts(builder.postXml(study + "/imports?site=01", file));
        assertThat(again)
                .containsEntry("fresh", 0)
                .containsEntry("different", 0)
                .containsEntry("removed", 0)
                .containsEntry("forms", 0)
                .containsEntry("added", 0)
                .containsEntry("same", typed);
    }

    private static Map<String, String> keys(JsonNode report) {
        Map<String, String> keys = new HashMap<>();
        report.path("outcome")
                .path("subjects")
                .forEach(subject -> keys.put(
                        subject.path("source").asText(), subject.path("subject").asText()));
        return keys;
    }

    /** Where the study computes the value itself, so that the file's is not taken. */
    private static Set<String> computed(JsonNode report) {
        Set<String> places = new HashSet<>();
        Map<String, String> keys = keys(report);
        for (JsonNode finding : report.path("outcome").path("findings")) {
            if (finding.path("kind").asText().equals("COMPUTED")) {
                places.add(String.join(
                        "/",
                        keys.get(finding.path("subject").asText()),
                        finding.path("event").asText(),
                        finding.path("form").asText(),
                        finding.path("item").asText()));
            }
        }
        return places;
    }

    private static Map<String, String> values(Path file, Map<String, String> keys) throws Exception {
        Map<String, String> values = new HashMap<>();
        Zip.values(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()))
                .forEach((place, value) -> {
                    String source = place.substring(0, place.indexOf('/'));
                    values.put(keys.get(source) + place.substring(source.length()), value);
                });
        return values;
    }

    /** A training study is cut without a lock; whoever builds it takes what is in it. */
    private Zip exported(String study) throws Exception {
        JsonNode release = builder.post(study + "/datasets", null);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Running.system()
                        .url("/api/v1" + study + "/datasets/"
                                + release.path("id").asLong() + "/zip")))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        Zip zip = new Zip(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body());
        assertThat(zip.text("manifest.json")).contains("\"locked\": false").contains("TRAINING");
        assertThat(zip.text("README.txt")).contains("not locked, as it stood at");
        return zip;
    }

    /** Yes and no come as 1 and 0, which ODM 1.3 permits too, and go out as true and false. */
    private static boolean same(String typed, String exported) {
        return typed.equals(exported)
                || ("true".equals(exported) ? "1" : "false".equals(exported) ? "0" : "").equals(typed);
    }

    /**
     * Every value that the file brings is in the export as it came: in the snapshot, or, where the study does not ask after
     * other answers, in the history alone. Those that the study computes itself are there as it computes them; the file's
     * are not taken.
     */
    private void compareExport(
            String study, Map<String, String> expected, Set<String> computed, Map<String, JsonNode> stored)
            throws Exception {
        Zip zip = exported(study);
        Map<String, String> snapshot = Zip.values(zip.xml("odm/snapshot.xml"));
        Map<String, String> history = Zip.values(valuesAlone(zip.xml("odm/history.xml")));
        List<String> different = new ArrayList<>();
        int recomputed = 0;
        int asked = 0;
        int notAsked = 0;
        for (Map.Entry<String, String> value : expected.entrySet()) {
            String found = snapshot.get(value.getKey());
            if (computed.contains(value.getKey())) {
                recomputed += value.getValue().equals(found) ? 0 : 1;
            } else if (isNotAsked(stored.get(value.getKey()))) {
                notAsked++;
                if (found != null && !found.isEmpty() || !same(value.getValue(), history.get(value.getKey()))) {
                    different.add(value + " is not asked, but " + found + "; " + history.get(value.getKey()));
                }
            } else {
                asked++;
                if (!same(value.getValue(), found)) {
                    different.add(value + " but " + found);
                }
            }
        }
        count("typed values of another system, compared after export", asked + notAsked, 1567);
        count("of another system, computed here and so not taken", computed.size(), 117);
        Figures.add("of these, computed here with another result", recomputed, "values", "", true);
        Figures.add("typed, and in the history alone since the study does not ask them", notAsked, "values", "", true);
        assertThat(notAsked).isLessThan(expected.size() / 2);
        Figures.atMost("typed values of another system that differ after export", different.size(), "values", 0);
        assertThat(different).isEmpty();
        assertThat(asked + notAsked).isEqualTo(1567);
        assertThat(computed).hasSize(117);
    }

    /** Without what the history tells of items besides their values: checks that fired, queries, marks. */
    private static Document valuesAlone(Document history) {
        NodeList items = history.getElementsByTagName("ItemData");
        for (int i = items.getLength() - 1; i >= 0; i--) {
            Element item = (Element) items.item(i);
            if (item.getAttribute("TransactionType").equals("Context")) {
                item.getParentNode().removeChild(item);
            }
        }
        return history;
    }

    private static void count(String name, int found, int due) {
        Figures.add(name, found, "values", String.valueOf(due), found == due);
    }

    private static boolean isNotAsked(JsonNode item) {
        for (JsonNode message : item.path("messages")) {
            if (message.toString().contains("This is not asked any more after another answer")) {
                return true;
            }
        }
        return false;
    }

    private Map<String, JsonNode> stored(String study, Iterable<String> subjects) {
        Map<String, JsonNode> stored = new HashMap<>();
        for (String subject : subjects) {
            for (JsonNode header : builder.get(study + "/forms?site=01&subject=" + subject)) {
                JsonNode form =
                        builder.get(study + "/forms/" + header.path("id").asLong() + "?site=01");
                form.path("items")
                        .fields()
                        .forEachRemaining(item -> stored.put(
                                String.join(
                                        "/",
                                        subject,
                                        header.path("event").asText(),
                                        header.path("form").asText(),
                                        item.getKey()),
                                item.getValue()));
            }
        }
        return stored;
    }

    @Test
    void a_file_is_taken_whole_told_as_an_import_and_changes_need_a_reason() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "test", "import");
        String first = FILE.formatted("Snapshot", VITALS.formatted("120"));
        JsonNode looked = builder.postXml(study + "/imports?site=01", first);
        assertThat(counts(looked))
                .containsEntry("fresh", 6)
                .containsEntry("computed", 1)
                .containsEntry("unreadable", 1)
                .containsEntry("added", 1)
                .containsEntry("faults", 0);
        JsonNode taken = take(study, looked, null);
        String subject = keys(taken).get("P7");
        assertThat(subject).isEqualTo("01-001");
        assertThat(counts(builder.postXml(study + "/imports?site=01", first)))
                .containsEntry("same", 6)
                .containsEntry("forms", 0);

        Map<String, JsonNode> stored = stored(study, List.of(subject));
        JsonNode pulse = stored.get(subject + "/SE_SCREEN/VS/PULSE_VSORRES");
        assertThat(pulse.path("text").asText()).isEqualTo("fast");
        assertThat(pulse.path("valid").asBoolean()).isFalse();

        JsonNode changed =
                builder.postXml(study + "/imports?site=01", FILE.formatted("Snapshot", VITALS.formatted("130")));
        assertThat(counts(changed)).containsEntry("different", 1).containsEntry("same", 5);
        refused(422, () -> take(study, changed, null));
        take(study, changed, "Corrected at the source.");
        refused(409, () -> take(study, changed, "Again."));
        JsonNode history = history(study, subject);
        assertThat(history).hasSize(2);
        assertThat(history.get(1).path("newValue").asText()).contains("130");
        assertThat(history.get(1).path("reason").asText()).isEqualTo("Corrected at the source.");
        assertThat(history.get(1).path("who").path("origin").asText()).isEqualTo("import");
        assertThat(history.get(1).path("who").path("username").asText()).isEqualTo("builder");
    }

    private JsonNode history(String study, String subject) {
        for (JsonNode header : builder.get(study + "/forms?site=01&subject=" + subject)) {
            if (header.path("form").asText().equals("VS")) {
                return builder.get(
                        study + "/forms/" + header.path("id").asLong() + "/items/SYSBP_VSORRES/history?site=01");
            }
        }
        throw new AssertionError("no form VS");
    }

    @Test
    void nothing_is_taken_of_a_file_with_a_fault_nor_in_a_production_study() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "test", "import2");
        String faulty = FILE.formatted(
                "Snapshot", VITALS.formatted("120").replace("ItemOID=\"AETERM\"", "ItemOID=\"AETERMS\""));
        JsonNode looked = builder.postXml(study + "/imports?site=01", faulty);
        assertThat(counts(looked)).containsEntry("faults", 1);
        JsonNode fault = looked.path("outcome").path("findings").get(0);
        assertThat(fault.path("kind").asText()).isEqualTo("FAULT");
        assertThat(fault.path("line").asInt()).isEqualTo(9);
        assertThat(fault.path("sentence").asText()).contains("AETERMS");
        refused(409, () -> take(study, looked, "x"));

        // the rehearsal finds what the doors refuse
        JsonNode siteless = builder.postXml(study + "/imports", FILE.formatted("Snapshot", VITALS.formatted("120")));
        assertThat(counts(siteless)).containsEntry("faults", 1);
        admin.post(study + "/sites/01/hold", Map.of("reason", "Closed for the test."));
        JsonNode held =
                builder.postXml(study + "/imports?site=01", FILE.formatted("Snapshot", VITALS.formatted("120")));
        assertThat(held.path("outcome").path("findings").get(0).path("sentence").asText())
                .contains("no participant can be added");
        assertThat(builder.get(study + "/participants?site=01")).isEmpty();

        builder.postXml("/studies", starters().replace("OID=\"CDASH_STARTERS\"", "OID=\"IMPORTS_PRODUCTION\""));
        refused(
                409,
                () -> builder.postXml(
                        "/studies/IMPORTS_PRODUCTION/imports", FILE.formatted("Snapshot", VITALS.formatted("120"))));
        Rest coordinator = new Rest(Trial.target(), tokens, "coordinator-101");
        refused(403, () -> coordinator.postXml(study + "/imports?site=01", faulty));
    }

    @Test
    void what_is_not_there_is_said_so() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "test", "import3");
        String file = FILE.formatted("Snapshot", VITALS.formatted("120"));
        for (String nowhere : List.of("/studies/NOPE", "/studies/NOPE~test")) {
            refused(404, () -> builder.get(nowhere + "/imports"));
            refused(404, () -> builder.get(nowhere + "/imports/1"));
            refused(404, () -> builder.postXml(nowhere + "/imports", file));
            refused(404, () -> builder.post(nowhere + "/imports/1/taking", Map.of()));
        }
        assertThatThrownBy(() -> builder.postXml(study + "/imports?site=999", file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("404")
                .hasMessageContaining("There is no site “999”");
        refused(404, () -> builder.get(study + "/imports?site=999"));
        assertThat(builder.get(study + "/imports")).isEmpty();
    }

    private static final String NEW = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" FileType="%s" FileOID="F" ODMVersion="2.0"
                 CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="CDASH_STARTERS" MetaDataVersionOID="CDASH_STARTERS.1">
            <SubjectData SubjectKey="P7"%s>%s</SubjectData></ClinicalData></ODM>
            """;

    @Test
    void odm_2_0_comes_in_as_a_snapshot_and_then_as_transactions() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "test", "import20");
        String whole = NEW.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE_SCREEN"><ItemGroupData ItemGroupOID="VS">
                <ItemGroupData ItemGroupOID="SC_VS"><ItemData ItemOID="VSPERF"><Value>Y</Value></ItemData></ItemGroupData>
                <ItemGroupData ItemGroupOID="SC_VS_CIRC"><ItemData ItemOID="SYSBP_VSORRES"><Value>120</Value></ItemData>
                <ItemData ItemOID="PULSE_VSORRES"><Value>70</Value></ItemData></ItemGroupData></ItemGroupData></StudyEventData>
                <StudyEventData StudyEventOID="SE_LOGS"><ItemGroupData ItemGroupOID="AE" ItemGroupRepeatKey="A7">
                <ItemData ItemOID="AETERM"><Value>Headache</Value></ItemData></ItemGroupData></StudyEventData>""");
        JsonNode looked = builder.postXml(study + "/imports?site=01", whole);
        assertThat(counts(looked))
                .containsEntry("faults", 0)
                .containsEntry("fresh", 4)
                .containsEntry("added", 1);
        String subject = keys(take(study, looked, null)).get("P7");
        assertThat(counts(builder.postXml(study + "/imports?site=01", whole)))
                .containsEntry("same", 4)
                .containsEntry("fresh", 0)
                .containsEntry("forms", 0);

        String steps = NEW.formatted("Transactional", " TransactionType=\"Context\"", """
                <StudyEventData StudyEventOID="SE_SCREEN" TransactionType="Context"><ItemGroupData ItemGroupOID="VS">
                <ItemGroupData ItemGroupOID="SC_VS_CIRC" TransactionType="Context">
                <ItemData ItemOID="SYSBP_VSORRES" TransactionType="Update"><Value>125</Value></ItemData>
                <ItemData ItemOID="DIABP_VSORRES" TransactionType="Insert"><Value>80</Value></ItemData>
                <ItemData ItemOID="PULSE_VSORRES" TransactionType="Remove"/></ItemGroupData></ItemGroupData></StudyEventData>
                <StudyEventData StudyEventOID="SE_LOGS" TransactionType="Context">
                <ItemGroupData ItemGroupOID="AE" ItemGroupRepeatKey="A7" TransactionType="Remove"/>
                <ItemGroupData ItemGroupOID="AE" ItemGroupRepeatKey="A8" TransactionType="Insert">
                <ItemData ItemOID="AETERM"><Value>Nausea</Value></ItemData></ItemGroupData></StudyEventData>""");
        JsonNode second = builder.postXml(study + "/imports?site=01", steps);
        assertThat(counts(second))
                .containsEntry("faults", 0)
                .containsEntry("fresh", 2)
                .containsEntry("different", 1)
                .containsEntry("removed", 2);
        take(study, second, "As the other system has it.");
        Map<String, JsonNode> stored = stored(study, List.of(subject));
        String vitals = subject + "/SE_SCREEN/VS/";
        assertThat(stored.get(vitals + "SYSBP_VSORRES").path("text").asText()).isEqualTo("125");
        assertThat(stored.get(vitals + "DIABP_VSORRES").path("text").asText()).isEqualTo("80");
        assertThat(stored.get(vitals + "PULSE_VSORRES").path("text").asText("")).isIn("", "null");
        List<String> terms = new ArrayList<>();
        builder.get(study + "/forms?site=01&subject=" + subject).forEach(header -> {
            if (header.path("form").asText().equals("AE")) {
                JsonNode row = builder.get(study + "/forms/" + header.path("id").asLong() + "?site=01");
                terms.add(header.path("state").asText() + " "
                        + row.path("items").path("AETERM").path("text").asText());
            }
        });
        assertThat(terms).containsExactlyInAnyOrder("VOID Headache", "STARTED Nausea");

        assertThatThrownBy(() ->
                        builder.postXml(study + "/imports?site=01", steps.replace(" TransactionType=\"Update\"", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ItemData has no TransactionType");
    }

    /** Participants of one file, each with one value. */
    private static String people(String... keys) {
        StringBuilder people = new StringBuilder();
        for (String key : keys) {
            people.append("<SubjectData SubjectKey=\"" + key + "\"><StudyEventData StudyEventOID=\"SE_SCREEN\">"
                    + "<FormData FormOID=\"VS\"><ItemGroupData ItemGroupOID=\"IG.VS\"><ItemData ItemOID=\"SYSBP_VSORRES\" Value=\""
                    + (100 + people.length() % 100)
                    + "\"/></ItemGroupData></FormData></StudyEventData></SubjectData>");
        }
        return FILE.formatted("Snapshot", "")
                .replaceFirst(
                        "(?s)<SubjectData.*</SubjectData>", people.toString().replace("$", ""));
    }

    @Test
    void two_participants_never_become_one() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "training", "two");
        take(study, builder.postXml(study + "/imports?site=01", people("Z1")), null);
        String file = people("ZZ", "01-002");
        JsonNode looked = builder.postXml(study + "/imports?site=01", file);
        assertThat(counts(looked)).containsEntry("added", 2).containsEntry("faults", 0);
        Map<String, String> keys = keys(take(study, looked, null));
        assertThat(keys).containsEntry("01-002", "01-002").containsEntry("ZZ", "01-003");
        assertThat(counts(builder.postXml(study + "/imports?site=01", file)))
                .containsEntry("same", 2)
                .containsEntry("added", 0);

        JsonNode later = builder.postXml(study + "/imports?site=01", people("01-003"));
        assertThat(counts(later)).containsEntry("faults", 1);
        assertThat(later.path("outcome")
                        .path("findings")
                        .get(0)
                        .path("sentence")
                        .asText())
                .startsWith("01-003 is the number that the participant “ZZ” of an earlier file got here");
        assertThat(builder.get(study + "/participants?site=01")).hasSize(3);

        // in what the copy itself exported, its own numbers stand
        String snapshot = exported(study).text("odm/snapshot.xml");
        assertThat(counts(builder.postXml(study + "/imports?site=01", snapshot)))
                .containsEntry("faults", 0)
                .containsEntry("added", 0)
                .containsEntry("forms", 0)
                .containsEntry("same", 3);
    }

    private static String row(String key, String act, String term) {
        String start = "<ItemGroupData ItemGroupOID=\"AE\" ItemGroupRepeatKey=\"%s\" TransactionType=\"%s\""
                .formatted(key, act);
        return term == null
                ? start + "/>"
                : start + "><ItemData ItemOID=\"AETERM\"><Value>" + term + "</Value></ItemData></ItemGroupData>";
    }

    private static String rows(String... rows) {
        return NEW.formatted(
                "Transactional",
                " TransactionType=\"Upsert\"",
                "<StudyEventData StudyEventOID=\"SE_LOGS\" TransactionType=\"Context\">" + String.join("", rows)
                        + "</StudyEventData>");
    }

    private Map<String, String> terms(String study, String subject) {
        Map<String, String> terms = new HashMap<>();
        builder.get(study + "/forms?site=01&subject=" + subject).forEach(header -> {
            JsonNode row = builder.get(study + "/forms/" + header.path("id").asLong() + "?site=01");
            terms.put(
                    row.path("items").path("AETERM").path("text").asText(),
                    header.path("state").asText());
        });
        return terms;
    }

    @Test
    void what_a_file_makes_and_removes_stays_removed() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "training", "gone");
        take(
                study,
                builder.postXml(
                        study + "/imports?site=01",
                        rows(row("A1", "Insert", "Headache"), row("A2", "Insert", "Nausea"))),
                null);
        String steps = rows(
                row("A3", "Insert", "Rash"),
                row("A3", "Remove", null),
                row("A1", "Remove", null),
                row("A1", "Upsert", "Migraine"),
                row("A2", "Update", "Vomiting"),
                row("A2", "Remove", null),
                row("A5", "Insert", "Cough"));
        JsonNode looked = builder.postXml(study + "/imports?site=01", steps);
        assertThat(counts(looked))
                .containsEntry("faults", 0)
                .containsEntry("fresh", 1)
                .containsEntry("different", 1)
                .containsEntry("removed", 1)
                .containsEntry("same", 1);
        String subject = keys(take(study, looked, "As it is there.")).get("P7");
        assertThat(terms(study, subject))
                .isEqualTo(Map.of("Migraine", "STARTED", "Nausea", "VOID", "Cough", "STARTED"));
        changesNothing(study, steps);

        // what the study tells of itself: its rows by their numbers, in its own file and in a fresh copy
        Zip zip = exported(study);
        changesNothing(study, zip.text("odm/snapshot.xml"));
        changesNothing(study, zip.text("odm/history.xml"));
        String history = zip.text("odm/history.xml");
        String fresh = study(starters(), "CDASH_STARTERS", "training", "gonefresh");
        JsonNode whole = builder.postXml(fresh + "/imports?site=01", history);
        assertThat(counts(whole)).containsEntry("faults", 0).containsEntry("fresh", 2);
        take(fresh, whole, "As in the other copy.");
        assertThat(terms(fresh, subject)).isEqualTo(Map.of("Migraine", "STARTED", "Cough", "STARTED"));
        changesNothing(fresh, history);
    }

    @Test
    void who_is_updated_is_here_and_who_is_inserted_is_not() throws Exception {
        String study = study(starters(), "CDASH_STARTERS", "training", "acts");
        String inserted = rows(row("A1", "Insert", "Headache"))
                .replace("\"P7\" TransactionType=\"Upsert\"", "\"P7\" TransactionType=\"Insert\"");
        refusesFirst(
                study,
                inserted.replace("\"P7\" TransactionType=\"Insert\"", "\"P7\" TransactionType=\"Update\""),
                "who is not here");
        take(study, builder.postXml(study + "/imports?site=01", inserted), null);
        changesNothing(study, inserted);
        refusesFirst(study, inserted.replace("A1", "A2"), "who is here already as 01-001");
        refusesFirst(study, rows(row("A9", "Remove", null)), "is not here");
        refusesFirst(study, rows(row("A1", "Update", "Head</Value><Value>ache")), "gives several values");
    }

    private void refusesFirst(String study, String file, String said) {
        JsonNode looked = builder.postXml(study + "/imports?site=01", file);
        assertThat(counts(looked)).containsEntry("faults", 1);
        assertThat(looked.path("outcome")
                        .path("findings")
                        .get(0)
                        .path("sentence")
                        .asText())
                .contains(said);
    }

    private void changesNothing(String study, String file) {
        JsonNode again = builder.postXml(study + "/imports?site=01", file);
        assertThat(counts(again))
                .as(() -> again.path("outcome").path("findings").toString())
                .containsEntry("faults", 0)
                .containsEntry("added", 0)
                .containsEntry("forms", 0)
                .containsEntry("fresh", 0)
                .containsEntry("different", 0)
                .containsEntry("removed", 0);
    }

    private JsonNode take(String study, JsonNode looked, String reason) {
        Map<String, String> body = reason == null ? Map.of() : Map.of("reason", reason);
        return builder.post(study + "/imports/" + looked.path("id").asLong() + "/taking?site=01", body);
    }

    private static String starters() throws IOException {
        return Files.readString(Home.current().root().resolve("config/studies/cdash-starters.xml"));
    }

    private static void refused(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(Refused.class).hasMessageContaining(String.valueOf(status));
    }
}
