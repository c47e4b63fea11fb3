package org.casebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.CheckDefinition.Severity;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.rules.DataType;
import org.casebook.rules.RangeCheck;
import org.casebook.rules.RangeCheck.Comparator;
import org.junit.jupiter.api.Test;

class CheckWordsTest {

    private static final CheckDefinition LOW = range("LOW", Severity.SOFT, Comparator.GE, "60");
    private static final CheckDefinition HIGH = range("HIGH", Severity.SOFT, Comparator.LE, "250");
    private static final CheckDefinition IMPOSSIBLE = range("MOST", Severity.HARD, Comparator.LT, "400");
    private static final ItemDefinition ITEM = item(List.of(LOW, HIGH, IMPOSSIBLE));

    private final CheckWords words = new CheckWords("en");

    @Test
    void a_check_without_message_names_item_value_and_range() {
        assertThat(words.sentence(ITEM, HIGH, "310"))
                .isEqualTo("Systolic pressure: 310 is outside 60–250 mmHg. Check the value.");
        assertThat(words.sentence(ITEM, LOW, "12"))
                .isEqualTo("Systolic pressure: 12 is outside 60–250 mmHg. Check the value.");
    }

    @Test
    void a_hard_check_asks_for_a_correction() {
        assertThat(words.sentence(ITEM, IMPOSSIBLE, "410"))
                .isEqualTo("Systolic pressure: 410 is not below 400 mmHg. Correct it, or answer the query.");
    }

    @Test
    void the_study_s_own_message_goes_before() {
        CheckDefinition own = new CheckDefinition(
                "OWN", Severity.SOFT, LOW.range(), null, TranslatedText.english("Measure again after five minutes."));
        assertThat(words.sentence(ITEM, own, "12")).isEqualTo("Measure again after five minutes.");
    }

    @Test
    void the_expected_range_is_told() {
        assertThat(words.expected(ITEM, LOW)).contains("60–250 mmHg");
        assertThat(words.expected(ITEM, IMPOSSIBLE)).contains("less than 400 mmHg");
    }

    private static CheckDefinition range(String oid, Severity severity, Comparator comparator, String number) {
        return new CheckDefinition(
                oid, severity, new RangeCheck(comparator, List.of(new BigDecimal(number))), null, TranslatedText.NONE);
    }

    private static ItemDefinition item(List<CheckDefinition> checks) {
        StudyDefinition.Unit unit = new StudyDefinition.Unit(
                "U", TranslatedText.english("mmHg"), "mmHg", "U", BigDecimal.ONE, BigDecimal.ZERO);
        return new ItemDefinition(
                "SYS",
                "SYS",
                TranslatedText.english("Systolic pressure"),
                TranslatedText.NONE,
                DataType.INTEGER,
                null,
                null,
                unit,
                null,
                false,
                null,
                checks,
                null,
                ItemDefinition.Role.NONE,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
