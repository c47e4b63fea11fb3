package org.casebook.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Sentence;

/**
 * Whether a person may do something at a site today.
 *
 * @param log of one site
 * @param today the date at the site
 */
record DutyPolicy(List<DelegationView> log, LocalDate today) {

    /** Whether the site keeps its log here: since a principal investigator was appointed. */
    boolean kept() {
        return log.stream()
                .anyMatch(line ->
                        line.duties().contains(Duty.LEAD) && !line.from().isAfter(today));
    }

    /** What stands against it, in a sentence; empty when nothing does. */
    Optional<Sentence> against(String username, Duty duty) {
        if (!kept()) {
            return Optional.empty();
        }
        List<DelegationView> mine = log.stream()
                .filter(line -> line.username().equals(username) && line.hasDuty(duty))
                .toList();
        Sentence what = Sentence.of("delegation", "duty." + duty);
        if (mine.isEmpty()) {
            return Optional.of(Sentence.of("delegation", "notDelegated" + led(), what));
        }
        List<DelegationView> current =
                mine.stream().filter(line -> line.covers(today)).toList();
        if (current.isEmpty()) {
            DelegationView last = mine.get(mine.size() - 1);
            return Optional.of(
                    last.from().isAfter(today)
                            ? Sentence.of(
                                    "delegation", "notYet", what, last.from().toString())
                            : Sentence.of(
                                    "delegation",
                                    "ended" + led(),
                                    what,
                                    last.until().toString()));
        }
        if (current.stream().noneMatch(DelegationView::approved)) {
            return Optional.of(Sentence.of("delegation", "notApproved", what));
        }
        boolean trained = current.stream()
                .anyMatch(line ->
                        line.approved() && line.trained() && !line.trainedOn().isAfter(today));
        return trained ? Optional.empty() : Optional.of(Sentence.of("delegation", "notTrained", what));
    }

    /** Who can mend it: where nobody leads the site, an administrator comes first. */
    private String led() {
        return log.stream().anyMatch(line -> line.duties().contains(Duty.LEAD) && line.covers(today)) ? "" : "Unled";
    }
}
