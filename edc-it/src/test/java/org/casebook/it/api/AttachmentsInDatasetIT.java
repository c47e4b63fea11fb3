package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Zip;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files go into the dataset with the items that hold them, and no further than these. */
class AttachmentsInDatasetIT {

    /** Another with each run, so that a demonstration that runs can be tested again. */
    private static final String COPY = "zip" + Long.toString(System.nanoTime(), 36);

    private static final String OID = "IMAGING~test-" + COPY;
    private static final String STUDY = "/studies/" + OID;
    private static final byte[] REPORT = bytes("%PDF-1.7\nThe report that counts\n%%EOF\n");
    private static final byte[] EARLIER = bytes("%PDF-1.7\nReplaced\n%%EOF\n");
    private static final byte[] BLINDED = bytes("%PDF-1.7\nArm A\n%%EOF\n");
    private static final byte[] VOID = bytes("%PDF-1.7\nOf somebody else\n%%EOF\n");

    private static Tokens tokens;
    private static Rest builder;
    private static String subject;
    private static Zip zip;

    @BeforeAll
    static void attach() throws Exception {
        tokens = new Tokens(Trial.target().issuer());
        builder = new Rest(Trial.target(), tokens, "builder");
        String file = Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/imaging.xml"))
                .replace("ItemOID=\"MRISMALL\" OrderNumber", "ItemOID=\"MRISMALL\" cb:Blinded=\"Yes\" OrderNumber")
                .replace("<cb:Attachment Types=\"PNG JPEG\" MaxMegabytes=\"1\"/>", "<cb:Attachment/>");
        assertThat(file).contains("cb:Blinded=\"Yes\"").doesNotContain("PNG JPEG");
        OneSite.open(file, "IMAGING", "test", COPY);
        long counts = form();
        attach(counts, "MRIREP", 0, "earlier.pdf", EARLIER);
        attach(counts, "MRIREP", 1, "MRI März.pdf", REPORT);
        attach(counts, "MRISMALL", 0, "arm.pdf", BLINDED);
        String kept = subject;
        long taken = form();
        attach(taken, "MRIREP", 0, "void.pdf", VOID);
        builder.post(STUDY + "/forms/" + taken + "/void?site=01", Map.of("reason", "Of another participant"));
        subject = kept;
        zip = dataset();
    }

    @Test
    void a_file_lies_by_participant_visit_and_form_and_is_listed_with_its_hash() throws Exception {
        List<NamedCsvRecord> listed = zip.table("attachments.csv");
        assertThat(listed).hasSize(1);
        NamedCsvRecord row = listed.get(0);
        assertThat(row.getField("file"))
                .matches("attachments/" + subject + "/SE\\.1/F\\.MRI/MRIREP-\\d+-MRI März\\.pdf");
        assertThat(row.getField("item")).isEqualTo("MRIREP");
        assertThat(row.getField("size")).isEqualTo(String.valueOf(REPORT.length));
        assertThat(row.getField("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(REPORT)));
        assertThat(zip.files().get(row.getField("file"))).isEqualTo(REPORT);
        assertThat(zip.text("manifest.json")).contains(row.getField("file"), row.getField("sha256"));
    }

    @Test
    void neither_a_blinded_items_file_nor_a_void_forms_nor_a_replaced_one_is_there() {
        assertThat(zip.files().keySet().stream().filter(name -> name.startsWith("attachments/")))
                .hasSize(1);
        zip.files().forEach((name, content) -> {
            for (byte[] hidden : List.of(BLINDED, VOID, EARLIER)) {
                assertThat(content).as(name).isNotEqualTo(hidden);
            }
            assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain("arm.pdf");
        });
    }

    private static long form() {
        subject = builder.post(STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
        return builder.post(STUDY + "/forms?site=01", Map.of("subject", subject, "event", "SE.1", "form", "F.MRI"))
                .path("header")
                .path("id")
                .asLong();
    }

    private static void attach(long form, String item, long revision, String name, byte[] content) throws Exception {
        String path = "/api/v1" + STUDY + "/forms/" + form + "/items/" + item + "/attachments?site=01&key="
                + name.hashCode() + "&itemRevision=" + revision;
        HttpRequest request = HttpRequest.newBuilder(URI.create(Running.system().url(path)))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .header("Content-Type", "application/octet-stream")
                .header(
                        "X-File-Name",
                        java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static Zip dataset() throws IOException, InterruptedException {
        JsonNode release = builder.post(STUDY + "/datasets", null);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Running.system()
                        .url("/api/v1" + STUDY + "/datasets/"
                                + release.path("id").asLong() + "/zip")))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Zip(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
