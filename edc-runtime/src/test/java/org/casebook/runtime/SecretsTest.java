package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void they_are_drawn_once_and_kept() {
        Path file = folder.resolve("secrets.properties");
        String first = Secrets.of(file).get("app.password");
        assertThat(Secrets.of(file).get("app.password")).isEqualTo(first).hasSizeGreaterThan(40);
    }

    @Test
    void two_installations_share_none() {
        assertThat(Secrets.of(folder.resolve("a")).get("owner.password"))
                .isNotEqualTo(Secrets.of(folder.resolve("b")).get("owner.password"));
    }

    @Test
    void only_the_owner_reads_them() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets.of(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_allocation_key_has_256_bits() {
        String key = Secrets.of(folder.resolve("secrets.properties")).get("allocation.key");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void a_secret_that_a_newer_version_needs_is_added_and_the_others_stay() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "app.password=kept\n");
        Secrets secrets = Secrets.of(file);
        assertThat(secrets.get("app.password")).isEqualTo("kept");
        assertThat(secrets.get("owner.password")).isNotBlank();
    }
}
