package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.casebook.it.Trial;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.Test;

/** A builder's way with versions by REST: try, load as a copy, compare, put in force from a date. */
class StudyVersionsApiIT {

    private static final String OID = "VERSIONS-API-IT";
    private static final String COPY = "/studies/" + OID + "~training-a";

    @Test
    void a_second_version_is_tried_loaded_compared_and_put_in_force_from_tomorrow() throws Exception {
        Rest builder = Trial.as("builder");
        String first = Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"))
                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + OID + "\"");
        String second =
                first.replace("OID=\"BMMSC.1\"", "OID=\"BMMSC.2\"").replaceFirst(">Adverse event<", ">Side effect<");
        String as = "?kind=training&copy=a";

        JsonNode version = builder.postXml("/studies" + as, first);
        assertThat(version.path("study").asText()).isEqualTo(OID + "~training-a");
        long one = version.path("id").asLong();
        builder.post(COPY + "/versions/" + one + "/release", null);

        JsonNode tried = builder.postXml("/studies/dry-run" + as, second);
        assertThat(tried.path("loadable").asBoolean()).isTrue();
        assertThat(tried.path("contents").path("forms").asInt()).isPositive();
        JsonNode change = tried.path("difference").path("changes").path(0);
        assertThat(tried.path("difference").path("changes")).hasSize(1);
        assertThat(change.path("kind").asText()).isEqualTo("CHANGED");
        assertThat(change.path("before").asText()).isEqualTo("Adverse event");
        assertThat(change.path("after").asText()).isEqualTo("Side effect");
        assertThat(change.path("place").asText()).contains("AE");

        long two = builder.postXml("/studies" + as, second).path("id").asLong();
        builder.post(COPY + "/versions/" + two + "/release", null);
        JsonNode difference = builder.get(COPY + "/versions/" + one + "/difference?to=" + two);
        assertThat(difference.path("changes"))
                .isEqualTo(tried.path("difference").path("changes"));

        assertThatThrownBy(() -> builder.get(COPY + "/versions/" + one + "/difference"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("422")
                .hasMessageContaining("?to=");
        assertThatThrownBy(() -> builder.get(COPY + "/versions/" + one + "/difference?to=999999999"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("404");

        String third = second.replace("OID=\"BMMSC.2\"", "OID=\"BMMSC.3\"")
                .replace("Name=\"AETERM\" DataType=\"text\"", "Name=\"AETERM\" DataType=\"integer\"");
        assertThat(builder.postXml("/studies/dry-run" + as, third)
                        .path("faults")
                        .path(0)
                        .path("oid")
                        .asText())
                .isEqualTo("AETERM");
        assertThatThrownBy(() -> builder.postXml("/studies" + as, third)).isInstanceOf(Refused.class);

        builder.post(COPY + "/sites", Map.of("number", "001", "name", "Desk", "timeZone", "UTC"));
        builder.post(COPY + "/sites/version", Map.of("version", one));
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        JsonNode site = builder.post(COPY + "/sites/001/version", Map.of("version", two, "from", tomorrow));
        assertThat(site.path("version").asLong()).isEqualTo(one);
        assertThat(site.path("planned").path(0).path("version").asLong()).isEqualTo(two);
        assertThat(site.path("planned").path(0).path("from").asText()).isEqualTo(tomorrow);
        assertThatThrownBy(
                        () -> builder.post(COPY + "/sites/001/version", Map.of("version", two, "from", "2020-01-01")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("past");
    }
}
