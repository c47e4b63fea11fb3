package org.casebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.casebook.wording.ExpressionWords.Called;
import org.junit.jupiter.api.Test;

class ExpressionWordsTest {

    private static final Map<String, Called> NAMES = Map.of(
            "AESER", new Called("Serious?", Map.of("Y", "Yes", "N", "No"), false),
            "AESTDAT", new Called("Start date", Map.of(), false),
            "OK", new Called("Consent given", Map.of(), true),
            "SYS", new Called("Systolic pressure", Map.of(), false),
            "DIA", new Called("Diastolic pressure", Map.of(), false),
            "SE_M1.VAS.PAIN", new Called("Pain (Month 1)", Map.of(), false),
            "rows.AE", new Called("Adverse events", Map.of(), false));

    private final ExpressionWords words = new ExpressionWords("en", name -> Optional.ofNullable(NAMES.get(name)));

    @Test
    void codes_are_said_as_answers() {
        assertThat(words.tell("AESER == 'Y'")).isEqualTo("“Serious?” is “Yes”");
        assertThat(words.tell("AESER in ['Y', 'N']")).isEqualTo("“Serious?” is one of “Yes”, “No”");
        assertThat(words.tell("'Y' != AESER")).isEqualTo("“Yes” is not “Serious?”");
    }

    @Test
    void and_and_or_are_kept_apart() {
        assertThat(words.tell("OK && (AESER == 'Y' || SYS > 140)"))
                .isEqualTo("“Consent given” is yes and (“Serious?” is “Yes” or “Systolic pressure” is more than 140)");
        assertThat(words.tell("!OK || !(OK && SYS > DIA)"))
                .isEqualTo("“Consent given” is no or not: (“Consent given” is yes and “Systolic pressure” is more than"
                        + " “Diastolic pressure”)");
    }

    @Test
    void functions_of_dates_and_numbers_are_said() {
        assertThat(words.tell("!after(AESTDAT, today)")).isEqualTo("Not: “Start date” is after today");
        assertThat(words.tell("daysBetween(AESTDAT, date('2024-03-05')) <= 7"))
                .isEqualTo("The number of days from “Start date” to “2024-03-05” is at most 7");
        assertThat(words.tell("mean(SYS, DIA) - SE_M1.VAS.PAIN"))
                .isEqualTo("The mean of “Systolic pressure”, “Diastolic pressure” − “Pain (Month 1)”");
        assertThat(words.tell("isMissing(SYS) ? 0.5 : SYS * 2"))
                .isEqualTo("If “Systolic pressure” is empty: 0.5, otherwise “Systolic pressure” × 2");
    }

    @Test
    void sums_keep_their_brackets() {
        assertThat(words.tell("DIA + (SYS - DIA) / 3"))
                .isEqualTo("“Diastolic pressure” + (“Systolic pressure” − “Diastolic pressure”) ÷ 3");
        assertThat(words.tell("SYS - (DIA - 1) - 2")).isEqualTo("“Systolic pressure” − (“Diastolic pressure” − 1) − 2");
        assertThat(words.tell("SYS / ((DIA / 100) * (DIA / 100))"))
                .isEqualTo("“Systolic pressure” ÷ (“Diastolic pressure” ÷ 100 × “Diastolic pressure” ÷ 100)");
    }

    @Test
    void rows_are_said() {
        assertThat(words.tell("rows.AE.exists(r, r.AESER == 'Y')"))
                .isEqualTo("In some row of “Adverse events”: r.AESER is “Y”");
        assertThat(words.tell("size(rows.AE) > 2")).isEqualTo("The number of “Adverse events” is more than 2");
    }

    @Test
    void what_cannot_be_read_stays_as_it_is_written() {
        assertThat(words.tell("SYS >")).isEqualTo("SYS >");
        assertThat(words.tell("unheard(SYS, 1)")).isEqualTo("Unheard(“Systolic pressure”, 1)");
    }
}
