package org.casebook.standing;

import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.subject.Participant;

/**
 * In which order a participation goes, as the study file says by its forms' purposes: consent, eligibility signed by the
 * investigator, randomisation, treatment, the visits that count from treatment (21 CFR 11.10(f)). A study without one of them
 * goes on without it. Randomisation has more to wait for and judges that itself.
 */
public record StepOrder(StudyDefinition study, Participant participant) {

    /** Refuses the investigator's signature on eligibility before consent. */
    public void requireEligibilityMayBeSigned() {
        requireConsent("signAfterConsent");
    }

    /** Refuses a form that records treatment before all that comes before treatment; others may always be started. */
    public void requireMayStart(FormDefinition form) {
        if (form.purpose() != Purpose.TREATMENT) {
            return;
        }
        requireConsent("treatAfterConsent");
        if (study.randomizes() && !participant.randomized()) {
            throw new StepIsMissing("treatAfterRandomisation", participant.key());
        }
        boolean signs = study.formFor(Purpose.ELIGIBILITY).isPresent();
        if (!study.randomizes() && signs && !participant.gate().eligibilitySigned()) {
            throw new StepIsMissing("treatAfterEligibility", participant.key());
        }
    }

    /**
     * Refuses a visit that counts from treatment while none is recorded, unless treatment was given up.
     *
     * @param dayZero whether the date that the visit counts from is known
     */
    public void requireMayTakePlace(EventDefinition event, boolean dayZero) {
        EventDefinition.Timing timing = event.timing();
        boolean fromTreatment = timing != null
                && timing.isAnchoredOnItem()
                && study.form(timing.anchorFormOid()).purpose() == Purpose.TREATMENT;
        boolean givenUp = participant.treatmentStopped() != null || participant.ended() != null;
        if (fromTreatment && !dayZero && !givenUp) {
            throw new StepIsMissing("visitAfterTreatment", event.name().shown(), participant.key(), itemOf(timing));
        }
    }

    private String itemOf(EventDefinition.Timing timing) {
        ItemDefinition item = study.item(timing.anchorFormOid(), timing.anchorItemOid());
        return item.question().shown();
    }

    private void requireConsent(String key) {
        boolean asked = study.forms().values().stream()
                .flatMap(form -> form.items().stream())
                .anyMatch(item -> item.role() == ItemDefinition.Role.CONSENT_DATE);
        if (asked && !participant.gate().consented()) {
            throw new StepIsMissing(key, participant.key());
        }
    }
}
