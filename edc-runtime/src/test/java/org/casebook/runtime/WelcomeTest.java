package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WelcomeTest {
    @Test
    void names_each_demonstration_account_and_its_password() throws IOException {
        String text = Welcome.text("http://localhost:8080", Path.of("/data"));
        JsonNode realm = new ObjectMapper()
                .readTree(Path.of("../config/keycloak/demonstration.json").toFile());
        int people = 0;
        for (JsonNode user : realm.get("users")) {
            if (user.has("credentials")) {
                people++;
                assertThat(text).contains("  " + user.get("username").asText() + " ");
                assertThat(text).contains(user.at("/credentials/0/value").asText());
            }
        }
        assertThat(people).isGreaterThanOrEqualTo(10);
    }
}
