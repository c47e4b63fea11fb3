package org.casebook.web.outcome;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * What a chart draws, as JSON in the page; the table beside it says the same in words.
 *
 * @param kind {@code lines} (one for each set), {@code means} (one line with intervals) or {@code bars}
 * @param labels below the axis
 * @param axis what is measured, with its unit
 */
record ChartData(String kind, String axis, List<String> labels, List<Line> lines) {

    /**
     * @param values one for each label; null where there is none
     * @param low lower ends of intervals; empty where none are drawn
     */
    record Line(String name, List<? extends Number> values, List<Double> low, List<Double> high) {

        Line(String name, List<? extends Number> values) {
            this(name, values, List.of(), List.of());
        }
    }

    String json() {
        JsonArrayBuilder drawn = Json.createArrayBuilder();
        for (Line line : lines) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("name", line.name())
                    .add("values", numbers(line.values()))
                    .add("low", numbers(line.low()))
                    .add("high", numbers(line.high()));
            drawn.add(one);
        }
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("axis", axis)
                .add("labels", Json.createArrayBuilder(labels))
                .add("lines", drawn)
                .build()
                .toString();
    }

    private static JsonArrayBuilder numbers(List<? extends Number> values) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Number value : values) {
            if (value == null) {
                all.addNull();
            } else {
                all.add(value.doubleValue());
            }
        }
        return all;
    }
}
