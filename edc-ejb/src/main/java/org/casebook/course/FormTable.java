package org.casebook.course;

import java.time.LocalDate;
import java.util.List;

/**
 * One form of one participant at several visits, to read: items by visits.
 *
 * @param name of the form
 * @param visits the columns, in the order of the schedule
 */
public record FormTable(String subject, String form, String name, List<Visit> visits, List<Part> parts) {

    public FormTable {
        visits = List.copyOf(visits);
        parts = List.copyOf(parts);
    }

    /**
     * A visit where the form was started.
     *
     * @param date null when none is recorded
     * @param state of the form: STARTED, COMPLETE, NOT_DONE, LOCKED
     */
    public record Visit(long formId, String event, String name, LocalDate date, String state) {}

    /** A section; its title may be empty. */
    public record Part(String title, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }

        public boolean titled() {
            return !title.isEmpty();
        }
    }

    /** An item with one cell for each visit. */
    public record Line(String item, String question, String unit, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What an item holds at one visit.
     *
     * @param value as people read it; null when there is none
     * @param leftBlank why there is none; null when no reason was given
     * @param asked false where a condition leaves it out, or the version of that visit lacks it
     * @param flagged whether a check stands against it
     */
    public record Cell(String value, String leftBlank, boolean asked, boolean flagged) {}
}
