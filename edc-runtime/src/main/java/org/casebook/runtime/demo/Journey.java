package org.casebook.runtime.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A participant's way through a study, day by day, as a test participant of its file tells it: what the demonstration and the
 * browser tests enter. Its days can be moved; what lies more than a year before its beginning, such as dates of birth, stays.
 *
 * @param oid of the test participant
 * @param begin its first day
 * @param stops in the order of the file
 */
public record Journey(String oid, String name, LocalDate begin, List<Stop> stops) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public Journey {
        stops = List.copyOf(stops);
    }

    /**
     * One day's work at a visit, or on the logs.
     *
     * @param event OID of the visit or of the logs
     * @param dated whether the visit took place on this day; false for logs, and for what is added to a visit later
     * @param reason why outside the window, null where none is due
     */
    public record Stop(String event, boolean dated, LocalDate day, String reason, List<Filled> forms) {

        public Stop {
            forms = List.copyOf(forms);
        }

        private Stop moved(long days, LocalDate oldest) {
            return new Stop(
                    event,
                    dated,
                    day.plusDays(days),
                    reason,
                    forms.stream().map(form -> form.moved(days, oldest)).toList());
        }
    }

    /**
     * A form or row with what is typed into it.
     *
     * @param row number of the row, 0 for a form without rows
     * @param answers item and text, in the order in which they are typed
     * @param computed what computed items show in the end
     * @param complete whether all is entered
     */
    public record Filled(
            String form, int row, Map<String, String> answers, Map<String, String> computed, boolean complete) {

        private Filled moved(long days, LocalDate oldest) {
            Map<String, String> later = new LinkedHashMap<>();
            answers.forEach((item, text) -> later.put(item, moved(text, days, oldest)));
            return new Filled(form, row, later, computed, complete);
        }

        private static String moved(String text, long days, LocalDate oldest) {
            if (!DATE.matcher(text).matches()) {
                return text;
            }
            LocalDate date = LocalDate.parse(text);
            return date.isBefore(oldest) ? text : date.plusDays(days).toString();
        }
    }

    /** The day of the last stop. */
    public LocalDate end() {
        return stops.stream().map(Stop::day).max(LocalDate::compareTo).orElse(begin);
    }

    /** The same way, so that stop {@code index} falls on that day. */
    public Journey with(int index, LocalDate day) {
        long days = ChronoUnit.DAYS.between(stops.get(index).day(), day);
        LocalDate oldest = begin.minusYears(1);
        return new Journey(
                oid,
                name,
                begin.plusDays(days),
                stops.stream().map(stop -> stop.moved(days, oldest)).toList());
    }

    /** The same way, ended on that day. */
    public Journey endingOn(LocalDate day) {
        long days = ChronoUnit.DAYS.between(end(), day);
        return with(0, stops.get(0).day().plusDays(days));
    }

    /** As far as that day, included. */
    public Journey until(LocalDate day) {
        List<Stop> past = new ArrayList<>(stops);
        past.removeIf(stop -> stop.day().isAfter(day));
        return new Journey(oid, name, begin, past);
    }
}
