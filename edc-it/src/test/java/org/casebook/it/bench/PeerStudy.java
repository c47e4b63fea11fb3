package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.casebook.it.Figures;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Target;
import org.casebook.runtime.demo.Tokens;

/**
 * The study on which another system was measured (3 visits, 4 forms and 70 values for each participant), as a training copy
 * of its own with so many participants, all filled, loaded by the import of clinical data.
 */
final class PeerStudy {
    static final String SITE = "01";
    static final String ACCOUNT = "builder";
    static final int VALUES = 70;

    private static final double NANOS = 1e9;

    /** Of a thousand participants so many have an age that opens a query. */
    private static final int QUERIES_IN_A_THOUSAND = 150;

    private static final int THOUSAND = 1000;
    private static final int MOST_IN_A_FILE = 900;

    private final int participants;
    private final String key;
    private final Rest builder;
    private double looked;
    private double taken;

    private PeerStudy(int participants, Rest builder) {
        this.participants = participants;
        this.key = "PEER~training-b" + participants;
        this.builder = builder;
    }

    /**
     * Loads it, once for each size and system.
     *
     * @param participants from 1 to 10,000
     */
    static PeerStudy load(Target target, int participants) {
        Tokens tokens = new Tokens(target.issuer());
        Rest builder = new Rest(target, tokens, ACCOUNT);
        PeerStudy study = new PeerStudy(participants, builder);
        if (study.isThere()) {
            return study;
        }
        study.open(target, new Rest(target, tokens, "admin"), "b" + participants);
        for (int first = 1; first <= participants; first += MOST_IN_A_FILE) {
            study.fill(first, Math.min(participants, first + MOST_IN_A_FILE - 1));
        }
        return study;
    }

    /** One person's calls with one token: Keycloak turns away those who ask for the same person's at the same moment. */
    Rest rest() {
        return builder;
    }

    private boolean isThere() {
        for (JsonNode study : builder.get("/studies")) {
            if (study.path("oid").asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private void open(Target target, Rest admin, String copy) {
        JsonNode version = builder.postXml("/studies?kind=training&copy=" + copy, file(target));
        long id = version.path("id").asLong();
        builder.post("/studies/" + key + "/versions/" + id + "/release", null);
        String sites = "/studies/" + key + "/sites";
        admin.post(sites, Map.of("number", SITE, "name", "Bench", "timeZone", "Europe/Berlin"));
        admin.post(sites + "/" + SITE + "/version", Map.of("version", id));
        admin.post(sites + "/" + SITE + "/activation", null);
    }

    private void fill(int first, int last) {
        String imports = "/studies/" + key + "/imports";
        long begin = System.nanoTime();
        JsonNode look = builder.postXml(imports + "?site=" + SITE + "&name=peer.xml", clinical(first, last));
        looked += (System.nanoTime() - begin) / NANOS;
        begin = System.nanoTime();
        long id = look.path("id").asLong();
        builder.post(imports + "/" + id + "/taking?site=" + SITE, Map.of("reason", "Bench"));
        taken += (System.nanoTime() - begin) / NANOS;
    }

    private static String file(Target target) {
        try {
            return Files.readString(target.studies().resolve("peer.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String clinical(int first, int last) {
        StringBuilder text = new StringBuilder("""
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot" FileOID="PEER.DATA" ODMVersion="1.3.2"
                     CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="PEER" MetaDataVersionOID="PEER.1">
                """);
        for (int i = first; i <= last; i++) {
            text.append("<SubjectData SubjectKey=\"P").append(i).append("\">");
            boolean queried = i <= participants * QUERIES_IN_A_THOUSAND / THOUSAND;
            text.append("<StudyEventData StudyEventOID=\"SE_SCREEN\">");
            form(text, "DM", queried ? AGED : DEMOGRAPHICS, i);
            form(text, "VS", VITALS, i);
            text.append("</StudyEventData>");
            visit(text, "SE_VISIT1", i + 1);
            visit(text, "SE_VISIT2", i + 2);
            text.append("</SubjectData>\n");
        }
        return text.append("</ClinicalData></ODM>").toString();
    }

    private static void visit(StringBuilder text, String event, int n) {
        text.append("<StudyEventData StudyEventOID=\"").append(event).append("\">");
        form(text, "VS", VITALS, n);
        text.append("</StudyEventData>\n");
    }

    private static void form(StringBuilder text, String form, Map<String, String> values, int n) {
        text.append("<FormData FormOID=\"" + form + "\"><ItemGroupData ItemGroupOID=\"" + form + "\">");
        values.forEach((item, value) -> text.append("<ItemData ItemOID=\"")
                .append(item)
                .append("\" Value=\"")
                .append(String.format(Locale.ROOT, value, n % 10))
                .append("\"/>"));
        text.append("</ItemGroupData></FormData>");
    }

    private static final Map<String, String> DEMOGRAPHICS = Map.ofEntries(
            Map.entry("DMDAT", "2026-01-1%d"),
            Map.entry("BRTHDAT", "197%d-03-05"),
            Map.entry("SEX", "F"),
            Map.entry("RACE", "WHITE"),
            Map.entry("ETHNIC", "NOTHISP"),
            Map.entry("SMOKE", "NEVER"),
            Map.entry("AGE", "5%d"),
            Map.entry("HEIGHT", "17%d.5"),
            Map.entry("INITIALS", "A-B"),
            Map.entry("REMARK", "Participant of row %d"));

    private static final Map<String, String> AGED = aged();

    private static Map<String, String> aged() {
        Map<String, String> values = new HashMap<>(DEMOGRAPHICS);
        values.put("AGE", "13%d");
        return values;
    }

    private static final Map<String, String> VITALS = Map.ofEntries(
            Map.entry("VSDAT", "2026-02-1%d"),
            Map.entry("VSPOS", "SIT"),
            Map.entry("VSARM", "L"),
            Map.entry("SYSBP", "12%d"),
            Map.entry("DIABP", "8%d"),
            Map.entry("PULSE", "6%d"),
            Map.entry("RESP", "1%d"),
            Map.entry("TEMP", "36.%d"),
            Map.entry("WEIGHT", "7%d.5"),
            Map.entry("WAIST", "9%d.0"),
            Map.entry("HIP", "10%d.0"),
            Map.entry("SPO2", "9%d.0"),
            Map.entry("NECK", "3%d.5"),
            Map.entry("ARMC", "3%d.0"),
            Map.entry("CALF", "3%d.0"),
            Map.entry("FAT", "2%d.5"),
            Map.entry("WATER", "5%d.5"),
            Map.entry("GRIPL", "3%d.5"),
            Map.entry("GRIPR", "3%d.5"),
            Map.entry("VSREM", "Nothing of note at %d"));

    /** The study's key. */
    String key() {
        return key;
    }

    /** What a page's query names it by. */
    String place() {
        return "study=" + key + "&site=" + SITE;
    }

    /** What was measured, with the number of participants beside it. */
    String words(String work) {
        return work + ", " + participants + " participants";
    }

    /** How long the files took, as far as they were loaded just now. */
    void reportLoading(Table table) {
        if (taken == 0) {
            return;
        }
        int values = participants * VALUES;
        table.figure(words("import looked at, with its rehearsal"), looked, "s for " + values + " values", "");
        table.figure(words("import taken"), taken, "s for " + values + " values", "");
        Figures.add(words("import looked at, with its rehearsal"), looked, "s", "", true);
        Figures.add(words("import taken"), taken, "s", "", true);
    }
}
