package org.casebook.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void it_names_time_version_filters_and_each_file_with_its_hash() throws IOException {
        Member member = new Member(new ByteArrayOutputStream());
        member.write("abc".getBytes(StandardCharsets.UTF_8));
        Manifest manifest = new Manifest(CutFixture.cut(true));
        JsonObject json = Json.createReader(new StringReader(manifest.json(List.of(member.done("a.csv", 3)))))
                .readObject();
        assertThat(json.getString("at")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(json.getJsonArray("studyVersions").getString(0)).isEqualTo("V1");
        assertThat(json.getJsonObject("filters")
                        .getJsonArray("itemsWithheldByBlinding")
                        .getString(0))
                .isEqualTo("F.DM/I.VIAL");
        JsonObject file = json.getJsonArray("files").getJsonObject(0);
        assertThat(file.getInt("rows")).isEqualTo(3);
        assertThat(file.getInt("size")).isEqualTo(3);
        // FIPS 180-2, appendix B.1
        assertThat(file.getString("sha256"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void the_read_me_tells_how_guarded_text_is_read_back() {
        assertThat(new Manifest(CutFixture.cut(true)).readMe())
                .contains("TRIAL")
                .contains("leading apostrophe")
                .doesNotContain("%s");
    }
}
