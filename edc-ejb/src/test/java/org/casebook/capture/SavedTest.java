package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is kept as JSON under its request key and read back when the entry comes again. */
class SavedTest {

    /** JSON Binding makes records by their constructor, and gives up where there are two. */
    @ParameterizedTest
    @ValueSource(classes = {Saved.class, Saved.Item.class, CaseFormView.Message.class})
    void what_is_kept_as_json_has_one_way_to_be_made(Class<?> kept) {
        assertThat(kept.getDeclaredConstructors()).hasSize(1);
    }
}
