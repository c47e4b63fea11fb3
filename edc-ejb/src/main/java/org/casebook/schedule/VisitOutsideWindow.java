package org.casebook.schedule;

import java.time.LocalDate;
import org.casebook.kernel.Refusal;

/** The study wants a reason for a visit outside its window. */
public class VisitOutsideWindow extends Refusal {

    private static final long serialVersionUID = 1L;

    VisitOutsideWindow(String visit, LocalDate date, Window window) {
        super(
                Kind.INVALID,
                "The date " + date + " lies outside the window of “" + visit + "” (" + window.earliest() + " to "
                        + window.latest() + ", planned " + window.planned()
                        + "). Correct the date, or give a reason and save again.");
    }
}
