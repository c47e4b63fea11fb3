package org.casebook.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.subject.CriterionResult.Verdict;

/**
 * What must be there before randomisation, as later rooms pushed it.
 *
 * @param consentDate date of informed consent, site-local; null while not given
 * @param criteria each criterion with its verdict, in the study's order; empty while eligibility was never judged
 * @param signature the investigator's signature on eligibility; null while never signed
 */
public record Gate(LocalDate consentDate, List<CriterionResult> criteria, EligibilitySignature signature) {

    public Gate {
        criteria = List.copyOf(criteria);
    }

    /**
     * The investigator's signature on the eligibility form.
     *
     * @param signer name as printed in the signature
     * @param brokenAt when a later change broke it; null while it holds
     * @param brokenBy what changed; null while it holds
     */
    public record EligibilitySignature(String signer, Instant signedAt, Instant brokenAt, String brokenBy) {

        public boolean holds() {
            return brokenAt == null;
        }
    }

    public boolean consented() {
        return consentDate != null;
    }

    /** Whether every criterion is met; false while none was judged. */
    public boolean eligible() {
        return !criteria.isEmpty() && criteria.stream().allMatch(result -> result.verdict() == Verdict.MET);
    }

    public boolean eligibilitySigned() {
        return signature != null && signature.holds();
    }

    /** Criteria that stand against randomisation: not met, or not yet decided. */
    public List<CriterionResult> openCriteria() {
        return criteria.stream()
                .filter(result -> result.verdict() != Verdict.MET)
                .toList();
    }
}
