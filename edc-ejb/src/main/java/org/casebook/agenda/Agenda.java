package org.casebook.agenda;

import java.util.List;

/**
 * The visits of a place, as of today at each site.
 *
 * @param open those whose window is open, the one that closes first at the top
 * @param soon those whose window opens within {@link #SOON} days, the next at the top
 * @param overdue those whose window closed without a record, the longest overdue at the top
 */
public record Agenda(List<AgendaLine> open, List<AgendaLine> soon, List<AgendaLine> overdue) {

    /** How many days ahead a visit comes soon. */
    public static final int SOON = 14;

    public Agenda {
        open = List.copyOf(open);
        soon = List.copyOf(soon);
        overdue = List.copyOf(overdue);
    }
}
