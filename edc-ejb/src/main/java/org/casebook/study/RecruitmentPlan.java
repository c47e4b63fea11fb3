package org.casebook.study;

import java.time.YearMonth;

/**
 * How recruitment is planned: so many participants, randomised evenly from the first to the last month.
 *
 * @param participants at least 1
 * @param last not before {@code first}
 */
public record RecruitmentPlan(int participants, YearMonth first, YearMonth last) {}
