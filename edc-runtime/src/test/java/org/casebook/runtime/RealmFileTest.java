package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {
    private static final Path CONFIGURATION = Path.of("..", "config", "keycloak");

    @TempDir
    Path target;

    @Test
    void productionRealmHasNoPersonAndNoPublishedSecret() throws IOException {
        JsonNode realm = written(false);

        assertThat(texts(realm.get("users"), "username")).containsExactly("service-account-casebook-admin");
        assertThat(texts(realm.get("clients"), "clientId"))
                .containsExactly("casebook-web", "casebook-sign", "casebook-admin");
        assertThat(texts(realm.get("clients"), "secret")).allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
        assertThat(realm.toString()).doesNotContain("Casebook-Demo-1!");
    }

    @Test
    void demonstrationRealmHasItsAccountsInExistingGroups() throws IOException {
        JsonNode realm = written(true);

        assertThat(texts(realm.get("users"), "username"))
                .contains("coordinator-101", "investigator-102", "data-manager", "service-account-demo-api", "admin");
        assertThat(texts(realm.get("groups"), "name")).containsExactly("studies", "system");
        for (JsonNode user : realm.get("users")) {
            for (JsonNode path : user.path("groups")) {
                assertThat(exists(realm.get("groups"), path.asText().substring(1)))
                        .as(
                                "group %s of %s",
                                path.asText(), user.get("username").asText())
                        .isTrue();
            }
        }
    }

    private JsonNode written(boolean demonstration) throws IOException {
        return new ObjectMapper()
                .readTree(RealmFile.write(CONFIGURATION, target, demonstration).toFile());
    }

    private static boolean exists(JsonNode groups, String path) {
        String[] parts = path.split("/", 2);
        return StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> group.get("name").asText().equals(parts[0]))
                .anyMatch(group -> parts.length == 1 || exists(group.path("subGroups"), parts[1]));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.has(field))
                .map(entry -> entry.get(field).asText())
                .toList();
    }
}
