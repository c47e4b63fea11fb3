package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.casebook.instrument.Score.Direction;
import org.junit.jupiter.api.Test;

/** What lies exactly on a threshold has reached it, and nothing before. */
class ThresholdTest {

    @Test
    void thresholds_are_reached_on_the_spot_and_not_before() {
        Threshold points = threshold(Threshold.Of.CHANGE, "15");
        assertThat(points.reached(Direction.HIGHER_IS_WORSE, number("50"), number("35")))
                .isTrue();
        assertThat(points.reached(Direction.HIGHER_IS_WORSE, number("50"), number("35.01")))
                .isFalse();
        assertThat(points.reached(Direction.HIGHER_IS_BETTER, number("50"), number("35")))
                .isFalse();
        assertThat(points.reached(Direction.HIGHER_IS_WORSE, null, number("35")))
                .isFalse();
        Threshold third = threshold(Threshold.Of.PERCENT, "30");
        assertThat(third.reached(Direction.HIGHER_IS_WORSE, number("7"), number("4.9")))
                .isTrue();
        assertThat(third.reached(Direction.HIGHER_IS_WORSE, number("7"), number("5")))
                .isFalse();
        assertThat(third.reached(Direction.HIGHER_IS_WORSE, number("0"), number("0")))
                .isFalse();
        Threshold value = threshold(Threshold.Of.VALUE, "30");
        assertThat(value.reached(Direction.HIGHER_IS_BETTER, null, number("30")))
                .isTrue();
        assertThat(value.reached(Direction.HIGHER_IS_BETTER, null, number("29.9")))
                .isFalse();
        assertThat(value.reached(Direction.HIGHER_IS_WORSE, null, number("30.1")))
                .isFalse();
        assertThat(value.reached(Direction.HIGHER_IS_WORSE, number("40"), null)).isFalse();
    }

    private static Threshold threshold(Threshold.Of of, String amount) {
        return new Threshold("MIC", of, number(amount), "a paper");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
