package org.casebook.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemporaryPasswordTest {

    @Test
    void everyPasswordFitsTheRealmsPolicy() {
        TemporaryPassword passwords = new TemporaryPassword(new Random(4711));
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String password = passwords.draw();
            assertThat(password)
                    .hasSize(16)
                    .matches(".*[A-Z].*")
                    .matches(".*[a-z].*")
                    .matches(".*[0-9].*")
                    .matches(".*[^A-Za-z0-9].*");
            drawn.add(password);
        }
        assertThat(drawn).hasSize(500);
    }
}
