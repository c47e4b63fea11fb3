package org.casebook.report;

import java.time.YearMonth;
import java.util.List;

/**
 * Recruitment by month, cumulated, from the first month of the plan or of screening to the present one.
 *
 * @param planned how many are to enter the study in all; null when the study file names no plan
 * @param randomizes whether participants enter by being randomised; else by being enrolled
 */
public record Recruitment(Integer planned, boolean randomizes, List<Month> months) {

    public Recruitment {
        months = List.copyOf(months);
    }

    /**
     * One month, cumulated to its end.
     *
     * @param future whether it has not begun yet, so that only its plan means anything
     * @param entered how many were randomised or, where nobody is, enrolled
     * @param planned how many were to have entered by then; null when there is no plan
     */
    public record Month(YearMonth month, boolean future, int screened, int entered, Double planned) {}

    public int screened() {
        return months.isEmpty() ? 0 : months.get(months.size() - 1).screened();
    }

    public int entered() {
        return months.isEmpty() ? 0 : months.get(months.size() - 1).entered();
    }
}
