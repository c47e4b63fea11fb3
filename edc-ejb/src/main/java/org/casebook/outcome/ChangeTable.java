package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How one item changes from baseline.
 *
 * @param question of the item, in the reader's language
 * @param unit its standard unit; empty when it has none
 * @param points baseline first, then the visits after it, in the study's order
 * @param arms the same by treatment; empty while the study is blinded
 * @param lines one for each participant with any value, by screening number
 */
public record ChangeTable(
        String item, String question, String unit, List<Point> points, List<Arm> arms, List<Line> lines) {

    public ChangeTable {
        points = List.copyOf(points);
        arms = List.copyOf(arms);
        lines = List.copyOf(lines);
    }

    /**
     * One visit.
     *
     * @param value of the values there
     * @param change of the changes from baseline, of those who have both; of nobody at baseline itself
     */
    public record Point(TimePoint point, Mean value, Mean change) {}

    /**
     * One treatment.
     *
     * @param points as those of all together
     */
    public record Arm(String treatment, List<Point> points) {

        public Arm {
            points = List.copyOf(points);
        }
    }

    /**
     * One participant.
     *
     * @param values one for each visit, baseline first; null where there is none
     */
    public record Line(String subject, List<BigDecimal> values) {

        public Line {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /** The change from baseline at one visit; null while either is missing. */
        public BigDecimal change(int point) {
            BigDecimal before = values.get(0);
            BigDecimal now = values.get(point);
            return before == null || now == null ? null : now.subtract(before);
        }
    }
}
