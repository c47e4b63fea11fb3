package org.casebook.web.study;

import java.util.ArrayList;
import java.util.List;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Offset;
import org.casebook.web.shell.Words;

/** Says when a visit is due: by days where all is counted in days, else by months, days and hours. */
final class WindowWords {

    private static final String ROOM = "study";

    private WindowWords() {}

    /**
     * @param anchor what it is counted from, in words
     */
    static String of(Timing timing, String anchor) {
        if (isOfDays(timing.target()) && isOfDays(timing.before()) && isOfDays(timing.after())) {
            int day = timing.target().days();
            return Words.of(
                    ROOM,
                    "window",
                    day,
                    day - timing.before().days(),
                    day + timing.after().days(),
                    anchor);
        }
        return Words.of(
                ROOM, "windowOfParts", said(timing.target()), said(timing.before()), said(timing.after()), anchor);
    }

    private static boolean isOfDays(Offset offset) {
        return offset.months() == 0 && offset.hours() == 0;
    }

    private static String said(Offset offset) {
        List<String> parts = new ArrayList<>();
        say(parts, "months", offset.months());
        say(parts, "days", offset.days());
        say(parts, "hours", offset.hours());
        return parts.isEmpty() ? Words.of(ROOM, "days", 0) : String.join(" ", parts);
    }

    private static void say(List<String> parts, String unit, int number) {
        if (number != 0) {
            parts.add(Words.of(ROOM, unit, number));
        }
    }
}
