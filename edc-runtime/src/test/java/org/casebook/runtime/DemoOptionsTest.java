package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    private static final Path USUAL = Path.of("/usual");

    @Test
    void nothing_said_means_the_usual_folder_and_port() {
        assertThat(DemoOptions.of(List.of(), USUAL)).isEqualTo(new DemoOptions(USUAL, false, 8080, List.of(), false));
    }

    @Test
    void all_three_in_any_order() {
        assertThat(DemoOptions.of(List.of("--port", "9000", "--fresh", "--data", "/d"), USUAL))
                .isEqualTo(new DemoOptions(Path.of("/d"), true, 9000, List.of(), false));
    }

    @Test
    void studies_one_by_one_or_all() {
        DemoOptions some = DemoOptions.of(List.of("--study", "vix001", "--study", "first-human"), USUAL);
        assertThat(some.studies()).containsExactly("vix001", "first-human");
        assertThat(some.allStudies()).isFalse();
        assertThat(DemoOptions.of(List.of("--all-studies"), USUAL).allStudies()).isTrue();
    }

    @Test
    void unknown_words_missing_values_and_bad_numbers_are_refused() {
        assertThatThrownBy(() -> DemoOptions.of(List.of("--prot", "1"), USUAL)).hasMessageContaining("--prot");
        assertThatThrownBy(() -> DemoOptions.of(List.of("--data"), USUAL)).hasMessageContaining("after --data");
        assertThatThrownBy(() -> DemoOptions.of(List.of("--study"), USUAL)).hasMessageContaining("after --study");
        assertThatThrownBy(() -> DemoOptions.of(List.of("--port", "x"), USUAL)).hasMessageContaining("\"x\"");
    }
}
