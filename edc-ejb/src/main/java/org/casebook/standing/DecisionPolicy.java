package org.casebook.standing;

import java.time.LocalDate;
import java.util.List;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;

/**
 * Which steps can be taken, and what belongs to each.
 *
 * @param today the date at the site
 * @param since date of the last step that holds; null before the first
 */
record DecisionPolicy(StudyDefinition study, Participant participant, LocalDate today, LocalDate since) {

    /** The decision with all that belongs to it; refused when something is missing or cannot be. */
    Decision settle(Decision wanted) {
        requireLeadingOn(wanted.status());
        requireDay(wanted.on());
        String reason = Words.needed(wanted.reason(), Sentence.of("standing", "noReason"));
        Decision said = new Decision(wanted.status(), wanted.on(), reason, wanted.from(), wanted.criteria());
        return new Decision(statusOf(said), said.on(), reason, scopeOf(said), criteriaOf(said));
    }

    private void requireLeadingOn(SubjectStatus status) {
        if (status == null || status == SubjectStatus.SCREENING || status == SubjectStatus.RANDOMIZED) {
            throw new Invalid(Sentence.of("standing", "noStatus"));
        }
        if (status == SubjectStatus.ENROLLED && study.randomizes()) {
            throw new Invalid(Sentence.of("standing", "enrolledByRandomisation"));
        }
    }

    private void requireDay(LocalDate on) {
        if (on == null) {
            throw new Invalid(Sentence.of("standing", "noDate"));
        }
        if (on.isAfter(today)) {
            throw new Invalid(Sentence.of("standing", "future", on.toString(), today.toString()));
        }
        LocalDate consent = participant.gate().consentDate();
        if (consent != null && on.isBefore(consent)) {
            throw new Invalid(Sentence.of("standing", "beforeConsent", on.toString(), consent.toString()));
        }
        if (since != null && on.isBefore(since)) {
            throw new Invalid(Sentence.of("standing", "beforeLast", on.toString(), since.toString()));
        }
    }

    /** Who withdraws from treatment alone goes on with the visits: treatment has stopped, and nothing else. */
    private SubjectStatus statusOf(Decision said) {
        boolean treatmentOnly = said.status() == SubjectStatus.WITHDRAWN && said.from() == WithdrawalScope.TREATMENT;
        return treatmentOnly && participant.status() != SubjectStatus.SCREENING
                ? SubjectStatus.TREATMENT_STOPPED
                : said.status();
    }

    private WithdrawalScope scopeOf(Decision said) {
        if (said.status() == SubjectStatus.WITHDRAWN) {
            if (said.from() == null) {
                throw new Invalid(Sentence.of("standing", "noScope"));
            }
            if (said.from() == WithdrawalScope.TREATMENT && participant.status() == SubjectStatus.SCREENING) {
                throw new Invalid(Sentence.of("standing", "noTreatmentYet"));
            }
            requireMore(said.from());
            return said.from();
        }
        return said.status() == SubjectStatus.TREATMENT_STOPPED && said.from() == WithdrawalScope.TREATMENT
                ? WithdrawalScope.TREATMENT
                : null;
    }

    /** Who withdrew already may withdraw from more, and never from less but by taking that back. */
    private void requireMore(WithdrawalScope from) {
        boolean over = participant.status().isEnd();
        WithdrawalScope now =
                participant.stopped() == null ? null : participant.stopped().withdrawnFrom();
        if (over && (from != WithdrawalScope.DATA || now == WithdrawalScope.DATA)) {
            throw new Invalid(Sentence.of("standing", "withdrawnAlready"));
        }
    }

    private List<String> criteriaOf(Decision said) {
        if (said.status() != SubjectStatus.SCREEN_FAILED) {
            return List.of();
        }
        List<String> known =
                study.criteria().stream().map(CriterionDefinition::number).toList();
        List<String> named = said.criteria() == null ? failing(participant) : said.criteria();
        named.stream().filter(number -> !known.contains(number)).findFirst().ifPresent(odd -> {
            throw new Invalid(Sentence.of("standing", "noCriterion", Words.quoted(odd), String.join(", ", known)));
        });
        return known.stream().filter(named::contains).toList();
    }

    /** Numbers of the criteria that the forms say are not met. */
    static List<String> failing(Participant participant) {
        return participant.gate().criteria().stream()
                .filter(result -> result.verdict() == Verdict.NOT_MET)
                .map(CriterionResult::number)
                .toList();
    }
}
