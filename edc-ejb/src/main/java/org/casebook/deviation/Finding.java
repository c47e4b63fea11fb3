package org.casebook.deviation;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A deviation that what is recorded shows.
 *
 * @param about OID of the visit or criterion, or another name that is one's own within the kind; never null
 * @param event OID of the visit; null when none is concerned
 * @param on day of the deviation; null where there is none
 * @param from day by which it is judged: the window's first, or the day that it lies before; null where there is none
 * @param until the window's last day; null where there is none
 * @param times those of the three days; {@link Times#NONE} where it is judged by day
 */
record Finding(Kind kind, String about, String event, LocalDate on, LocalDate from, LocalDate until, Times times) {

    /** Times at the site, in whole minutes: when it took place, and from when to when it might have. */
    record Times(LocalTime on, LocalTime from, LocalTime until) {

        static final Times NONE = new Times(null, null, null);
    }

    Finding(Kind kind, String about, String event, LocalDate on, LocalDate from, LocalDate until) {
        this(kind, about, event, on, from, until, Times.NONE);
    }

    Finding at(Times judged) {
        return new Finding(kind, about, event, on, from, until, judged);
    }

    static Finding ofVisit(Kind kind, String event, LocalDate on, LocalDate from, LocalDate until) {
        return new Finding(kind, event, event, on, from, until);
    }

    /** What makes it one's own: there is at most one of a key for a participant. */
    record Key(Kind kind, String about) {}

    Key key() {
        return new Key(kind, about);
    }
}
