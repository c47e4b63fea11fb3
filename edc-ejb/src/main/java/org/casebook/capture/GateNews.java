package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.definition.RandomizationDefinition.Stratum;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Truth;
import org.casebook.rules.DataType;
import org.casebook.rules.Values;
import org.casebook.schedule.Anchor;
import org.casebook.schedule.Captured;
import org.casebook.schedule.Visits;
import org.casebook.standing.Treated;
import org.casebook.study.Definitions;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;

/**
 * Pushes what a form tells down to the participant's gate (consent, eligibility criteria) and to the schedule (dates that
 * windows count from, times by which they are judged), so that earlier rooms never ask for it.
 */
@ApplicationScoped
class GateNews {

    @Inject
    private Definitions definitions;

    @Inject
    private Entanglements entanglements;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private Treated treated;

    void tell(Difference difference) {
        CaseForm form = difference.form();
        Content content = new Content(difference, definitions.get(form.seat().versionId()));
        content.anchors()
                .forEach((anchor, told) ->
                        visits.anchor(form.scope(), form.seat().subject(), anchor, told));
        if (difference.definition().purpose() == Purpose.TREATMENT
                && !content.anchors().isEmpty()) {
            treated.on(form.scope(), form.seat().subject(), firstTreatment(form, content.study()));
        }
        if (content.isTrait()) {
            // before the participant is held, as whoever decides about duplicates holds them
            participants.traitsChanged(form.scope(), form.seat().subject());
        }
        boolean consent = content.isConsent();
        boolean criteria = entanglements.net(form.seat().versionId()).criteriaLookAt(difference.valuesChanged());
        boolean strata = content.isStratum();
        if (consent || criteria || strata) {
            // two forms of one participant saved at once must not overwrite each other's news
            participants.hold(form.scope(), form.seat().subject());
        }
        if (consent) {
            participants.consented(form.scope(), form.seat().subject(), content.consentDate());
        }
        if (strata) {
            participants.stratified(
                    form.scope(), form.seat().subject(), strata(surroundings.of(form.scope(), form.seat())));
        }
        if (criteria) {
            participants.judged(
                    form.scope(), form.seat().subject(), judged(surroundings.of(form.scope(), form.seat())));
        }
    }

    /**
     * The first of the days from which windows count and which forms of treatment tell; null while none does. Treatment at a
     * visit that one arm alone has does not count: the status is seen by the blinded, and would tell the arm.
     */
    private LocalDate firstTreatment(CaseForm form, StudyDefinition study) {
        return visits.anchors(form.scope(), form.seat().subject()).entrySet().stream()
                .filter(anchor -> study.form(anchor.getKey().form()).purpose() == Purpose.TREATMENT)
                .filter(anchor -> !study.event(anchor.getKey().event()).isOfOneArm())
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What splits the lists, or is balanced: of several forms the oldest that tells it. */
    private static Map<String, String> strata(Surroundings.Outlook outlook) {
        Map<String, String> codes = new HashMap<>();
        for (Stratum stratum : outlook.study().randomization().items()) {
            ItemDefinition item = outlook.study().item(stratum.formOid(), stratum.itemOid());
            outlook.records().forms().stream()
                    .filter(form -> form.seat().form().equals(stratum.formOid())
                            && form.seat().row() == null)
                    .map(form -> form.countingValue(item))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(code -> codes.put(stratum.name(), code));
        }
        return codes;
    }

    /** How each criterion of the study stands for a participant. */
    static List<CriterionResult> judged(Surroundings.Outlook outlook) {
        StudyRules rules = outlook.rules();
        Values values = outlook.items(rules.criteriaItems());
        return outlook.study().criteria().stream()
                .map(criterion -> result(criterion, rules.met(criterion, values)))
                .toList();
    }

    private static CriterionResult result(CriterionDefinition criterion, Truth met) {
        Verdict verdict = switch (met) {
            case TRUE -> Verdict.MET;
            case FALSE -> Verdict.NOT_MET;
            case UNKNOWN -> Verdict.NOT_YET;
        };
        return new CriterionResult(
                criterion.oid(), criterion.number(), verdict, criterion.text().text());
    }

    /** What one change tells the gate and the schedule. */
    record Content(Difference difference, StudyDefinition study) {

        /** What windows count from or are judged by and that changed; nothing where it is no complete date or time any more. */
        Map<Anchor, Captured> anchors() {
            CaseForm form = difference.form();
            Set<String> changed = difference.valuesChanged();
            Map<Anchor, Captured> anchors = new HashMap<>();
            for (ItemDefinition item : difference.definition().items()) {
                Anchor anchor = new Anchor(form.seat().event(), form.seat().form(), item.oid());
                if (isOfTime(item.type()) && changed.contains(difference.nameOf(item)) && anchor.isUsedBy(study)) {
                    anchors.put(anchor, told(item.type(), form.countingValue(item)));
                }
            }
            return anchors;
        }

        /** Whether it is about what decides about the allocation. */
        boolean isStratum() {
            Set<String> changed = difference.valuesChanged();
            String form = difference.form().seat().form();
            return study.randomizes()
                    && study.randomization().items().stream()
                            .filter(item -> item.formOid().equals(form))
                            .flatMap(item -> difference.definition().items().stream()
                                    .filter(one -> one.oid().equals(item.itemOid())))
                            .anyMatch(item -> changed.contains(difference.nameOf(item)));
        }

        /** Whether it is about who the participant is. */
        boolean isTrait() {
            Set<String> changed = difference.valuesChanged();
            return difference.definition().items().stream()
                    .filter(item -> item.role().tellsPerson())
                    .anyMatch(item -> changed.contains(difference.nameOf(item)));
        }

        /** Whether it is about consent. */
        boolean isConsent() {
            Set<String> changed = difference.valuesChanged();
            return difference.definition().items().stream()
                    .filter(item -> item.role() == Role.CONSENT_DATE || item.role() == Role.CONSENT_GIVEN)
                    .anyMatch(item -> changed.contains(difference.nameOf(item)));
        }

        /** The consent date, unless the form asks whether consent was given and the answer is not yes; else null. */
        LocalDate consentDate() {
            CaseForm form = difference.form();
            List<ItemDefinition> items = difference.definition().items();
            boolean refused = items.stream()
                    .filter(item -> item.role() == Role.CONSENT_GIVEN)
                    .anyMatch(item -> !"true".equals(form.countingValue(item)));
            return refused
                    ? null
                    : items.stream()
                            .filter(item -> item.role() == Role.CONSENT_DATE)
                            .map(item -> date(form.countingValue(item)))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }

        private static boolean isOfTime(DataType type) {
            return type.isDate() || type == DataType.TIME || type == DataType.DATETIME;
        }

        private static Captured told(DataType type, String value) {
            if (value == null) {
                return Captured.NOTHING;
            }
            return switch (type) {
                case TIME -> Captured.at(LocalTime.parse(value));
                case DATETIME -> moment(value);
                default -> Captured.on(date(value));
            };
        }

        /** An offset, which tells an hour that a clock change lets happen twice, is not looked at. */
        private static Captured moment(String value) {
            TemporalAccessor moment = DateTimeFormatter.ISO_DATE_TIME.parse(value);
            return new Captured(LocalDate.from(moment), LocalTime.from(moment));
        }

        private static LocalDate date(String value) {
            if (value == null) {
                return null;
            }
            PartialDate date = PartialDate.parse(value);
            return date.isComplete() ? date.toLocalDate() : null;
        }
    }
}
