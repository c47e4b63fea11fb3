package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void java_17_and_newer_pass() {
        assertThatCode(() -> Preflight.javaAtLeast(17, "/jdk")).doesNotThrowAnyException();
        assertThatCode(() -> Preflight.javaAtLeast(25, "/jdk")).doesNotThrowAnyException();
    }

    @Test
    void java_11_is_refused_with_a_remedy() {
        assertThatThrownBy(() -> Preflight.javaAtLeast(11, "/jdk"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("/jdk is Java 11")
                .hasMessageContaining("JAVA_HOME");
    }

    @Test
    void a_full_disk_is_refused_before_anything_starts() {
        assertThatThrownBy(() -> Preflight.spaceIn(Path.of("/data"), 12_000_000))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("12 MB free");
        assertThatCode(() -> Preflight.spaceIn(Path.of("/data"), 1_000_000_000)).doesNotThrowAnyException();
    }

    @Test
    void a_missing_ear_is_refused() {
        assertThatThrownBy(() -> Preflight.built(Path.of("/none/casebook.ear")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("/none/casebook.ear is not built");
    }
}
