package org.casebook.web.entry;

import java.time.LocalDate;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;

/** A day that a request gives as text. */
public final class DaySent {

    private DaySent() {}

    /**
     * Reads a whole date in any way in which a date item may be typed.
     *
     * @return null when nothing was given: the boundary says whether a day is needed
     * @throws Invalid when it is no date, lacks day or month, or can be two dates
     */
    public static LocalDate read(String text) {
        return text == null || text.isBlank() ? null : PartialDate.parse(text).toLocalDate();
    }
}
