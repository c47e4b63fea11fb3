package org.casebook.runtime.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Days of the demonstration, counted from today: negative ones lie in the past. All work is done at times of day at which
 * both sites have the same date as UTC.
 *
 * @param today the day on which the demonstration is loaded, UTC
 */
record Days(LocalDate today) {

    private static final LocalTime VISIT = LocalTime.of(15, 0);

    LocalDate date(int day) {
        return today.plusDays(day);
    }

    /** How many days a date lies after today. */
    int of(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(today, date);
    }

    /** Text as typed into a date field. */
    String text(int day) {
        return date(day).toString();
    }

    /**
     * @param minutes after the visit hour, at most 400
     */
    Instant time(int day, int minutes) {
        return date(day).atTime(VISIT).plusMinutes(minutes).toInstant(ZoneOffset.UTC);
    }
}
