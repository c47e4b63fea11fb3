package org.casebook.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class DraftKeyTest {

    @Test
    void one_account_has_one_key_and_no_other_has_it() {
        String key = DraftKey.of("a secret", "person-1");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(DraftKey.of("a secret", "person-1")).isEqualTo(key);
        assertThat(DraftKey.of("a secret", "person-2")).isNotEqualTo(key);
        assertThat(DraftKey.of("another secret", "person-1")).isNotEqualTo(key);
    }
}
