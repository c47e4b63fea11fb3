package org.casebook.agenda;

import java.time.LocalDate;
import java.util.List;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;

/**
 * A visit that somebody should do or plan.
 *
 * @param event OID of the visit
 * @param visit its name for whoever reads
 * @param window null for a visit that opens the schedule, which has none
 * @param best the day that serves it best, today at the site or later; today when it is overdue; null without a window
 * @param together names of the participant's other visits whose windows are open on that day too
 * @param today the date at the site
 */
public record AgendaLine(
        String site,
        String subject,
        String event,
        String visit,
        VisitState state,
        Window window,
        LocalDate best,
        List<String> together,
        LocalDate today) {

    public AgendaLine {
        together = List.copyOf(together);
    }

    /** The day that orders it among others: the last on which it can be done; the first for one whose window is not open yet. */
    LocalDate turn() {
        if (window == null) {
            return today;
        }
        return state == VisitState.PLANNED ? window.earliest() : window.latest();
    }
}
