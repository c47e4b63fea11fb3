package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.casebook.definition.StudyDefinition.Unit;
import org.junit.jupiter.api.Test;

class UnitTest {
    private static final Unit POUND =
            new Unit("U.LB", null, "lb", "U.KG", new BigDecimal("0.45359237"), BigDecimal.ZERO);
    private static final Unit FAHRENHEIT =
            new Unit("U.F", null, "°F", "U.C", new BigDecimal("0.5555555556"), new BigDecimal("-17.7777777778"));

    @Test
    void what_is_converted_is_rounded_half_up_to_the_digits_of_the_item() {
        assertThat(POUND.toStandard("155", 2)).isEqualTo("70.31");
        assertThat(POUND.toStandard("155", 0)).isEqualTo("70");
        assertThat(FAHRENHEIT.toStandard("98.6", 1)).isEqualTo("37");
        assertThat(FAHRENHEIT.toStandard("0.5", 1)).isEqualTo("-17.5");
    }

    @Test
    void without_digits_nothing_is_rounded_and_no_digit_is_made_up() {
        assertThat(POUND.toStandard("155", null)).isEqualTo("70.30681735");
        assertThat(POUND.toStandard("100", 9)).isEqualTo("45.359237");
        assertThat(POUND.toStandard("0", 2)).isEqualTo("0");
    }
}
