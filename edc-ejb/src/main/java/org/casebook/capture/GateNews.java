package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Truth;
import org.casebook.rules.TypedValue;
import org.casebook.schedule.Anchor;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;

/**
 * Pushes what a form tells down to the participant's gate (consent, eligibility criteria) and to the schedule (dates that
 * windows count from), so that earlier rooms never ask for it.
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

    void tell(Difference difference) {
        Set<String> names = difference.valuesChanged();
        CaseForm form = difference.form();
        tellSchedule(difference, names);
        boolean consent =
                touches(difference, names, Role.CONSENT_DATE) || touches(difference, names, Role.CONSENT_GIVEN);
        boolean criteria = entanglements.criteriaLookAt(form.seat().versionId(), names);
        if (consent || criteria) {
            // two forms of one participant saved at once must not overwrite each other's news
            participants.hold(form.scope(), form.seat().subject());
        }
        if (consent) {
            participants.consented(form.scope(), form.seat().subject(), consentDate(difference));
        }
        if (criteria) {
            judge(form);
        }
    }

    private void judge(CaseForm form) {
        Scope scope = form.scope();
        long version = form.seat().versionId();
        StudyDefinition study = definitions.get(version);
        StudyRules rules = definitions.rules(version);
        Map<String, TypedValue> values = surroundings.items(scope, form.seat(), rules.criteriaItems());
        List<CriterionResult> results = study.criteria().stream()
                .map(criterion -> result(criterion, rules.met(criterion, values)))
                .toList();
        participants.judged(scope, form.seat().subject(), results);
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

    /** Day 0 of windows: only complete dates count. */
    private void tellSchedule(Difference difference, Set<String> names) {
        CaseForm form = difference.form();
        StudyDefinition study = definitions.get(form.seat().versionId());
        for (ItemDefinition item : difference.definition().items()) {
            Anchor anchor = new Anchor(form.seat().event(), form.seat().form(), item.oid());
            if (item.type().isDate() && names.contains(difference.nameOf(item)) && anchor.isUsedBy(study)) {
                visits.anchor(form.scope(), form.seat().subject(), anchor, date(form.counting(item.oid())));
            }
        }
    }

    /** The consent date, unless the form asks whether consent was given and the answer is not yes. */
    private static LocalDate consentDate(Difference difference) {
        CaseForm form = difference.form();
        boolean refused = difference.definition().items().stream()
                .filter(item -> item.role() == Role.CONSENT_GIVEN)
                .anyMatch(item -> !saysYes(form.counting(item.oid())));
        if (refused) {
            return null;
        }
        return difference.definition().items().stream()
                .filter(item -> item.role() == Role.CONSENT_DATE)
                .map(item -> date(form.counting(item.oid())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean saysYes(ItemState state) {
        return "true".equals(state.value());
    }

    private static boolean touches(Difference difference, Set<String> names, Role role) {
        return difference.definition().items().stream()
                .anyMatch(item -> item.role() == role && names.contains(difference.nameOf(item)));
    }

    private static LocalDate date(ItemState state) {
        if (state.value() == null) {
            return null;
        }
        PartialDate date = PartialDate.parse(state.value());
        return date.isComplete() ? date.toLocalDate() : null;
    }
}
