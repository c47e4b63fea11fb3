package org.casebook.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.50", "+3.", ".5", " 12 ", "1e5", "2.5E-3", "999999999999999999999999999999"})
    void what_people_measure_is_read(String text) {
        assertThat(Decimal.of(text)).contains(new BigDecimal(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1e99999999",
                "1e300",
                "1e-2147483647",
                "1234567890123456789012345678901",
                "0x1",
                "1,5",
                "NaN"
            })
    void a_few_characters_never_mean_a_number_that_fills_the_memory(String text) {
        assertThat(Decimal.of(text)).isEmpty();
    }
}
