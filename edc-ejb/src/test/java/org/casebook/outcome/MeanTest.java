package org.casebook.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeanTest {

    private static Mean of(String... numbers) {
        return Mean.of(Stream.of(numbers).map(BigDecimal::new).toList());
    }

    /** t(0.975; 3) = 3.182446 (any table of Student's t); deviation of 2, 4, 4, 6 is sqrt(8/3). */
    @Test
    void the_interval_is_students() {
        Mean mean = of("2", "4", "4", "6");
        assertThat(mean.mean()).isEqualTo(4);
        assertThat(mean.deviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-12));
        assertThat(mean.high() - 4).isCloseTo(3.182446 * Math.sqrt(8.0 / 3) / 2, within(1e-5));
        assertThat(4 - mean.low()).isCloseTo(mean.high() - 4, within(1e-12));
    }

    @Test
    void one_number_has_no_interval_and_none_no_mean() {
        assertThat(of("3").mean()).isEqualTo(3);
        assertThat(of("3").spread()).isFalse();
        assertThat(of("3").low()).isNull();
        assertThat(Mean.of(List.of()).known()).isFalse();
        assertThat(Mean.of(List.of()).mean()).isNull();
    }

    @Test
    void delays_are_told_by_the_nearest_rank() {
        assertThat(Conduct.Delay.of(List.of(9L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)))
                .isEqualTo(new Conduct.Delay(10, 4, 8));
        assertThat(Conduct.Delay.of(List.of(3L))).isEqualTo(new Conduct.Delay(1, 3, 3));
        assertThat(Conduct.Delay.of(List.of())).isEqualTo(new Conduct.Delay(0, -1, -1));
    }
}
