package org.casebook.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.casebook.report.Recruitment;
import org.casebook.report.Recruitment.Month;

/** Recruitment as lines in a box of 640 by 220 units, the origin at its upper left. */
public final class RecruitmentChart {

    static final int LEFT = 36;
    static final int RIGHT = 606;
    static final int TOP = 12;
    static final int BOTTOM = 190;
    private static final int MOST_MONTHS_NAMED = 12;

    private final List<Month> months;
    private final Integer planned;
    private final int highest;

    RecruitmentChart(Recruitment recruitment) {
        months = recruitment.months();
        planned = recruitment.planned();
        int most = Math.max(planned == null ? 0 : planned, recruitment.screened());
        highest = roundUp(Math.max(4, most));
    }

    /** A line across, or a month, with its words. */
    public record Tick(int at, String words) {}

    /** One row of the table beside the drawing. */
    public record Line(String month, String screened, String entered, String planned) {}

    public String screened() {
        return points(Month::screened, false);
    }

    public String entered() {
        return points(Month::entered, false);
    }

    public boolean hasPlan() {
        return planned != null;
    }

    public String planned() {
        return hasPlan() ? points(Month::planned, true) : "";
    }

    public List<Tick> rules() {
        List<Tick> rules = new ArrayList<>();
        for (int part = 0; part <= 4; part++) {
            int value = highest * part / 4;
            rules.add(new Tick((int) Math.round(y(value)), String.valueOf(value)));
        }
        return rules;
    }

    public List<Tick> named() {
        int step = Math.max(1, (int) Math.ceil(months.size() / (double) MOST_MONTHS_NAMED));
        List<Tick> named = new ArrayList<>();
        for (int index = 0; index < months.size(); index += step) {
            named.add(new Tick(
                    (int) Math.round(x(index)), months.get(index).month().toString()));
        }
        return named;
    }

    /** The same figures for reading. */
    public List<Line> lines() {
        return months.stream()
                .map(month -> new Line(
                        month.month().toString(),
                        month.future() ? "" : String.valueOf(month.screened()),
                        month.future() ? "" : String.valueOf(month.entered()),
                        month.planned() == null ? "" : String.format(Locale.ROOT, "%.0f", month.planned())))
                .toList();
    }

    /** What was counted ends with the present month; the plan goes on. */
    private String points(ToDoubleFunction<Month> value, boolean wholeRange) {
        StringBuilder points = new StringBuilder();
        for (int index = 0; index < months.size(); index++) {
            double y = y(value.applyAsDouble(months.get(index)));
            if (!wholeRange && months.get(index).future()) {
                break;
            }
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(index), y));
            if (months.size() == 1) {
                // one month alone is drawn as a level line
                points.append(String.format(Locale.ROOT, "%d,%.1f ", RIGHT, y));
            }
        }
        return points.toString().strip();
    }

    private double x(int index) {
        return months.size() == 1 ? LEFT : LEFT + (RIGHT - LEFT) * index / (double) (months.size() - 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / highest;
    }

    private static int roundUp(int value) {
        return (value + 3) / 4 * 4;
    }
}
