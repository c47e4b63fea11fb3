package org.casebook.deviation;

/**
 * Which deviations to list; each part that is null lets all pass.
 *
 * @param unweighed whether only those are meant that nobody judged; {@code weight} is of no account then
 * @param subject screening number
 */
public record DeviationFilter(
        DeviationState state, Category category, Weight weight, boolean unweighed, String subject) {

    public static final DeviationFilter ALL = new DeviationFilter(null, null, null, false, null);

    boolean lets(DeviationView view) {
        return (state == null || view.state() == state)
                && (category == null || view.category() == category)
                && (unweighed ? view.weight() == null : weight == null || view.weight() == weight)
                && (subject == null || subject.equals(view.subject()));
    }
}
