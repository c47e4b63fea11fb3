package org.casebook.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Who responded at which visit.
 *
 * @param name of the definition, in the study's words
 * @param rules by which it was judged, with the limits used
 * @param baseline the visit that changes count from
 * @param initial the visit whose responders are followed
 * @param points the visits after baseline at which anything is measured, in the study's order
 * @param groups all participants, then each subgroup
 */
public record ResponseTable(
        String name,
        List<Rule> rules,
        TimePoint baseline,
        TimePoint initial,
        List<TimePoint> points,
        List<Group> groups) {

    public ResponseTable {
        rules = List.copyOf(rules);
        points = List.copyOf(points);
        groups = List.copyOf(groups);
    }

    /**
     * @param question of the item, in the reader's language
     * @param unit its standard unit; empty when it has none
     * @param filed the limit that the study's file says
     * @param own the one that the study set in its place; null while the file's holds
     */
    public record Rule(ResponseRule rule, String question, String unit, BigDecimal filed, Own own) {

        /** The limit that holds while no other is tried. */
        public BigDecimal usual() {
            return own == null ? filed : own.amount();
        }
    }

    /**
     * A limit that the study set for itself.
     *
     * @param amount null: the file's holds again
     * @param source who says so
     * @param by the full name of who set it
     */
    public record Own(BigDecimal amount, String source, String reason, String by, Instant at) {}

    /**
     * @param question what was asked to make the group; null for all participants
     * @param answer what its members answered; null for all participants
     * @param size how many have a value at baseline
     * @param cells one for each time point
     */
    public record Group(String question, String answer, int size, List<Cell> cells) {

        public Group {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One group at one visit.
     *
     * @param followed those with at least one rule that can be judged, of those whose visit was due by now
     * @param response responders, of those followed
     * @param continued those who respond, of the initial responders who were followed; null up to the initial visit
     * @param means of each rule's item among the responders
     */
    public record Cell(Share followed, Share response, Share continued, List<Mean> means) {

        public Cell {
            means = List.copyOf(means);
        }
    }
}
