package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Target;
import org.casebook.runtime.demo.Tokens;

/**
 * The study on which another system was measured (3 visits, 4 forms and 70 values for each participant), as a training copy
 * of its own with so many participants, all filled, loaded by the import of clinical data.
 */
final class PeerStudy {
    static final String SITE = "01";
    static final int VALUES = 70;

    private static final double NANOS = 1e9;

    private final String key;
    private final Rest builder;
    private double looked;
    private double taken;

    private PeerStudy(String key, Rest builder) {
        this.key = key;
        this.builder = builder;
    }

    /**
     * Loads it, once for each size and system.
     *
     * @param participants from 1 to 10,000
     */
    static PeerStudy load(Target target, int participants) {
        Tokens tokens = new Tokens(target.issuer());
        Rest builder = new Rest(target, tokens, "builder");
        PeerStudy study = new PeerStudy("PEER~training-b" + participants, builder);
        if (study.isThere()) {
            return study;
        }
        study.open(target, new Rest(target, tokens, "admin"), "b" + participants);
        study.fill(participants);
        return study;
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

    private void fill(int participants) {
        String imports = "/studies/" + key + "/imports";
        long begin = System.nanoTime();
        JsonNode look = builder.postXml(imports + "?site=" + SITE + "&name=peer.xml", clinical(participants));
        looked = (System.nanoTime() - begin) / NANOS;
        begin = System.nanoTime();
        long id = look.path("id").asLong();
        builder.post(imports + "/" + id + "/taking?site=" + SITE, Map.of("reason", "Bench"));
        taken = (System.nanoTime() - begin) / NANOS;
    }

    private static String file(Target target) {
        try {
            return Files.readString(target.studies().resolve("peer.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clinical(int participants) {
        StringBuilder text = new StringBuilder("""
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot" FileOID="PEER.DATA" ODMVersion="1.3.2"
                     CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="PEER" MetaDataVersionOID="PEER.1">
                """);
        for (int i = 1; i <= participants; i++) {
            text.append("<SubjectData SubjectKey=\"P").append(i).append("\">");
            visit(text, "SE_SCREEN", i, true);
            visit(text, "SE_VISIT1", i + 1, false);
            visit(text, "SE_VISIT2", i + 2, false);
            text.append("</SubjectData>\n");
        }
        return text.append("</ClinicalData></ODM>").toString();
    }

    private static void visit(StringBuilder text, String event, int n, boolean demographics) {
        text.append("<StudyEventData StudyEventOID=\"").append(event).append("\">");
        if (demographics) {
            form(text, "DM", DEMOGRAPHICS, n);
        }
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

    /** Seconds that the dry run took; 0 when it was there before. */
    double looked() {
        return looked;
    }

    /** Seconds that the one transaction of the import took; 0 when it was there before. */
    double taken() {
        return taken;
    }
}
