package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSettingsTest {
    @TempDir
    Path folder;

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("c.properties"), "edc.db.url=file\nedc.db.user=file\n");
        ExternalSettings settings = ExternalSettings.of(Map.of("EDC_DB_URL", "environment"), file);
        assertThat(settings.all(List.of("EDC_DB_URL", "EDC_DB_USER")))
                .containsEntry("EDC_DB_URL", "environment")
                .containsEntry("EDC_DB_USER", "file");
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        ExternalSettings settings = ExternalSettings.of(Map.of("EDC_DB_URL", "x"), folder.resolve("none"));
        assertThatThrownBy(() -> settings.all(ExternalSettings.TO_MIGRATE))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("EDC_DB_OWNER_USER, EDC_DB_OWNER_PASSWORD")
                .hasMessageContaining("edc.db.owner.user");
    }
}
