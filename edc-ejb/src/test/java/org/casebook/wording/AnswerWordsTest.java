package org.casebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWordsTest {

    @ParameterizedTest
    @CsvSource({
        "2023-12-10, 2023-12-10",
        "2024-02, 2024-02",
        "2023-05-04T07:15+02:00, 2023-05-04 07:15 UTC+02:00",
        "2023-05-04T07:15:30Z, 2023-05-04 07:15:30 UTC",
        "2023-05-04T07:15-03:30, 2023-05-04 07:15 UTC-03:30",
        "2023-05-04T07:15, 2023-05-04 07:15"
    })
    void datesReadOneWayWhoeverTypedThemHow(String value, String shown) {
        assertThat(AnswerWords.day(value)).isEqualTo(shown);
    }
}
