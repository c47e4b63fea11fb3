package org.casebook.consent;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * To which text consent is due again.
 *
 * @param texts of one site, in any order
 * @param today the date at the site
 */
record ReconsentPolicy(List<TextInForce> texts, LocalDate today) {

    /** The text in force on a day: of those that began by then the latest; empty before the first. */
    Optional<TextInForce> on(LocalDate day) {
        return texts.stream().filter(text -> !text.from().isAfter(day)).max(Comparator.comparing(TextInForce::from));
    }

    /** Those that are in force or were, the latest first. */
    List<TextInForce> begun() {
        return texts.stream()
                .filter(text -> !text.from().isAfter(today))
                .sorted(Comparator.comparing(TextInForce::from).reversed())
                .toList();
    }

    /**
     * The text to consent to: the one in force today, when a text that asks everybody again began after the last consent.
     *
     * @param first date of the first consent; null: not consented yet, so that nothing is due again
     * @param labels of the texts consented to since
     */
    Optional<TextInForce> due(LocalDate first, List<String> labels) {
        if (first == null) {
            return Optional.empty();
        }
        LocalDate covered = labels.stream()
                .flatMap(label -> texts.stream().filter(text -> text.label().equals(label)))
                .map(TextInForce::from)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(from -> from.isAfter(first))
                .orElse(first);
        boolean asked =
                begun().stream().anyMatch(text -> text.again() && text.from().isAfter(covered));
        return asked ? on(today) : Optional.empty();
    }

    /**
     * As {@link #due}, for who came from another site after consenting there: to the text of this site consent is due in any
     * case, since its ethics committee approved no other.
     *
     * @param labels of this site's texts consented to
     */
    Optional<TextInForce> dueAfterArrival(List<String> labels) {
        return labels.isEmpty() ? on(today) : due(LocalDate.MIN, labels);
    }
}
