package org.casebook.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What an item tells that windows look at, as captured: a date, a time of day, or both.
 *
 * @param date null where it tells none
 * @param time at the site, in whole minutes; null where it tells none
 */
public record Captured(LocalDate date, LocalTime time) {

    /** Nothing, or nothing that can be counted from. */
    public static final Captured NOTHING = new Captured(null, null);

    public Captured {
        time = time == null ? null : time.withSecond(0).withNano(0);
    }

    public static Captured on(LocalDate date) {
        return new Captured(date, null);
    }

    public static Captured at(LocalTime time) {
        return new Captured(null, time);
    }
}
