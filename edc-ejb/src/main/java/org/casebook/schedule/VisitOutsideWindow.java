package org.casebook.schedule;

import java.time.LocalDate;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The study wants a reason for a visit outside its window. */
public class VisitOutsideWindow extends Refusal {

    private static final long serialVersionUID = 1L;

    VisitOutsideWindow(String visit, LocalDate date, Window window) {
        super(
                Kind.INVALID,
                Sentence.of(
                        "schedule",
                        "outsideWindow",
                        date,
                        visit,
                        window.earliest(),
                        window.latest(),
                        window.planned()));
    }
}
