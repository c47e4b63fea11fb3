package org.casebook.web.agenda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import org.casebook.agenda.AgendaLine;
import org.casebook.kernel.Language;
import org.casebook.schedule.VisitState;
import org.casebook.web.shell.Words;
import org.casebook.web.subject.HourWords;

/**
 * One visit as it is drawn.
 *
 * @param place study and site as the page's address names them, for links
 * @param several whether visits of several sites are shown
 */
public record TodayLine(AgendaLine line, String place, boolean several) {

    public String href() {
        return "/subject/subject.xhtml?" + place + "&subject="
                + URLEncoder.encode(line.subject(), StandardCharsets.UTF_8);
    }

    /** What a screen reader hears of the question why. */
    public String wonder() {
        return Words.of("explanation", "whyOfVisit", line.visit(), line.subject());
    }

    public String site() {
        return several ? line.site() : "";
    }

    /** When it can be done, or how long ago it could. */
    public String when() {
        if (line.window() == null) {
            return Words.of("agenda", "noWindow");
        }
        return switch (line.state()) {
            case PLANNED ->
                Words.of(
                        "agenda",
                        "opens",
                        HourWords.opens(line.window()),
                        HourWords.closes(line.window()),
                        days(line.today(), line.window().earliest()));
            case DUE ->
                Words.of(
                        "agenda",
                        "closes",
                        HourWords.closes(line.window()),
                        days(line.today(), line.window().latest()));
            default ->
                Words.of(
                        "agenda",
                        "closed",
                        HourWords.closes(line.window()),
                        days(line.window().latest(), line.today()));
        };
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The day that serves it best; for what is missed, that only a record is wanted. */
    public String best() {
        if (line.state() == VisitState.MISSED) {
            return Words.of("agenda", "passedOver");
        }
        if (line.best() == null || line.state() == VisitState.OVERDUE) {
            return "";
        }
        String day = line.best().equals(line.today())
                ? Words.of("agenda", "todayWord")
                : weekday(line.best()) + " " + line.best();
        return line.together().isEmpty()
                ? Words.of("agenda", "best", day)
                : Words.of("agenda", "bestWith", day, String.join(", ", line.together()));
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Language.ofReader().locale());
    }
}
