package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Counts changes from baseline. The change at a visit is that of those who have a value at both; nothing is carried forward.
 *
 * @param points baseline first
 */
record ChangePolicy(String item, List<TimePoint> points, Measurements values) {

    List<ChangeTable.Line> lines() {
        return values.subjects().stream()
                .map(subject -> new ChangeTable.Line(subject, valuesOf(subject)))
                .filter(line -> line.values().stream().anyMatch(Objects::nonNull))
                .toList();
    }

    private List<BigDecimal> valuesOf(String subject) {
        List<BigDecimal> found = new ArrayList<>();
        points.forEach(point -> found.add(values.number(subject, point.event(), item)));
        return found;
    }

    List<ChangeTable.Point> means(List<ChangeTable.Line> lines) {
        return IntStream.range(0, points.size())
                .mapToObj(at -> new ChangeTable.Point(
                        points.get(at),
                        Mean.of(lines.stream()
                                .map(line -> line.values().get(at))
                                .filter(Objects::nonNull)
                                .toList()),
                        Mean.of(
                                at == 0
                                        ? List.of()
                                        : lines.stream()
                                                .map(line -> line.change(at))
                                                .filter(Objects::nonNull)
                                                .toList())))
                .toList();
    }
}
