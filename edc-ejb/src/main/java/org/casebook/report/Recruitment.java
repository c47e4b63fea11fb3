package org.casebook.report;

import java.time.YearMonth;
import java.util.List;

/**
 * Recruitment by month, cumulated, from the first month of the plan or of screening to the present one.
 *
 * @param planned how many are to be randomised in all; null when the study file names no plan
 */
public record Recruitment(Integer planned, List<Month> months) {

    public Recruitment {
        months = List.copyOf(months);
    }

    /**
     * One month, cumulated to its end.
     *
     * @param future whether it has not begun yet, so that only its plan means anything
     * @param planned how many were to be randomised by then; null when there is no plan
     */
    public record Month(YearMonth month, boolean future, int screened, int randomized, Double planned) {}

    public int screened() {
        return months.isEmpty() ? 0 : months.get(months.size() - 1).screened();
    }

    public int randomized() {
        return months.isEmpty() ? 0 : months.get(months.size() - 1).randomized();
    }
}
