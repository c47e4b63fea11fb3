package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

    @ParameterizedTest
    @CsvSource({
        "P3D, P3D",
        "P2W, P14D",
        "-P1W, -P7D",
        "P-14D, -P14D",
        "PT24H, PT24H",
        "P1DT12H, P1DT12H",
        "P1Y2M3D, P14M3D",
        "P0D, P0D"
    })
    void readsAndWritesDurations(String written, String again) {
        assertThat(Offset.parse(written).orElseThrow()).hasToString(again);
        assertThat(Offset.parse(again)).isEqualTo(Offset.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "3D", "P3", "PT30M", "soon", "P1.5D"})
    void whatIsNoDurationOfDaysOrHoursIsNoneAtAll(String text) {
        assertThat(Offset.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, P14D, P3D, P3D, 2026-03-12, 2026-03-15",
        // months by the calendar: the last of February, and a leap year
        "2026-01-31, P1M, P0D, P0D, 2026-02-28, 2026-02-28",
        "2027-11-30, P3M, P7D, P7D, 2028-02-22, 2028-02-29",
        "2026-03-01, P1Y, P1M, P1M, 2027-02-01, 2027-03-01",
        // 24 hours after some time of a day is some time of the next
        "2026-03-01, PT24H, PT0H, PT0H, 2026-03-02, 2026-03-02",
        // 20 to 28 hours after: the same day when it began at midnight, the second next when it began in the evening
        "2026-03-01, PT24H, PT4H, PT4H, 2026-03-01, 2026-03-02",
        "2026-03-01, P3D, PT12H, PT48H, 2026-03-03, 2026-03-04",
        "2026-03-10, -P7D, P2D, P0D, 2026-03-01, 2026-03-03"
    })
    void windowsFollowTheCalendar(
            LocalDate anchor, String target, String before, String after, LocalDate earliest, LocalDate planned) {
        Timing timing = timing(target, before, after);
        assertThat(timing.planned(anchor)).isEqualTo(planned);
        assertThat(timing.earliest(anchor)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, PT24H, PT4H, 2026-03-03",
        "2026-03-01, P3D, PT48H, 2026-03-06",
        "2027-11-30, P3M, P7D, 2028-03-07",
        "2026-03-01, P1Y, P1M, 2027-04-01",
        "2026-03-01, PT2H, PT1H, 2026-03-02"
    })
    void theLastDateOfAWindow(LocalDate anchor, String target, String after, LocalDate latest) {
        assertThat(timing(target, "P0D", after).latest(anchor)).isEqualTo(latest);
    }

    private static Timing timing(String target, String before, String after) {
        return new Timing(
                "E",
                null,
                null,
                Offset.parse(target).orElseThrow(),
                Offset.parse(before).orElseThrow(),
                Offset.parse(after).orElseThrow(),
                OutsideWindow.WARN,
                SkippedAnchor.UNPLANNED,
                false,
                null);
    }
}
