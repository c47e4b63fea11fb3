package org.casebook.outcome;

import java.util.List;

/**
 * How complete visits are and how soon they are entered.
 *
 * @param sites by number; with more than one, all together last
 */
public record Conduct(List<Line> sites) {

    public Conduct {
        sites = List.copyOf(sites);
    }

    /**
     * @param site its number; null for all together
     * @param visits those that took place, of those that were due by now or took place before; given up and missed ones are due
     * @param complete forms completed, or declared not done, of those expected at visits that took place
     * @param delay from the date of the visit to the first entry into each of its forms, in days at the site
     */
    public record Line(String site, Share visits, Share complete, Delay delay) {}

    /**
     * @param forms how many forms were counted
     * @param median in days; -1 of none
     * @param slowest the day by which nine tenths were begun; -1 of none
     */
    public record Delay(int forms, long median, long slowest) {

        private static final int TENTHS = 10;

        /** By the nearest rank. */
        static Delay of(List<Long> days) {
            List<Long> sorted = days.stream().sorted().toList();
            int n = sorted.size();
            return n == 0
                    ? new Delay(0, -1, -1)
                    : new Delay(n, sorted.get((n - 1) / 2), sorted.get((n * (TENTHS - 1) + TENTHS - 1) / TENTHS - 1));
        }
    }
}
