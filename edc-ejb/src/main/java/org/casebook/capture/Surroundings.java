package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.TypedValue;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;

/** What the rules of a form may look at beyond the form itself. Asks the database only for what they name. */
@ApplicationScoped
class Surroundings {

    @Inject
    private CaseForms forms;

    @Inject
    private Definitions definitions;

    @Inject
    private Visits visits;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    /** The judge of this form, with the values that its rules ask for. */
    FormJudge judge(Scope scope, CaseForm.Seat seat) {
        StudyDefinition study = definitions.get(seat.versionId());
        FormRules rules = definitions.rules(seat.versionId(), seat.form());
        return new FormJudge(study, study.form(seat.form()), rules, values(scope, seat, rules.foreignNames()));
    }

    /** The values of these names, as far as there are any: {@code today} at the site, {@code visitDate}, items elsewhere. */
    private Map<String, TypedValue> values(Scope scope, CaseForm.Seat seat, Set<String> names) {
        Map<String, TypedValue> values =
                items(scope, seat, definitions.rules(seat.versionId()).paths(names));
        if (names.contains(Expression.TODAY)) {
            put(values, Expression.TODAY, clock.today(sites.get(scope).zone()));
        }
        if (names.contains(Expression.VISIT_DATE) && seat.event() != null) {
            visits.dateOf(scope, seat.subject(), seat.event())
                    .ifPresent(date -> put(values, Expression.VISIT_DATE, date));
        }
        return values;
    }

    /** The values of these items of the participant, by the names that expressions give them; void forms count nowhere. */
    Map<String, TypedValue> items(Scope scope, CaseForm.Seat seat, List<ItemPath> paths) {
        Map<String, TypedValue> values = new HashMap<>();
        if (paths.isEmpty()) {
            return values;
        }
        StudyDefinition study = definitions.get(seat.versionId());
        List<CaseForm> others = forms.ofSubject(scope, seat.subject());
        for (ItemPath path : paths) {
            others.stream()
                    .filter(other -> other.standsAt(path.eventOid(), path.formOid()))
                    .map(other -> other.counting(path.itemOid()))
                    .filter(state -> state.countingValue() != null)
                    .findFirst()
                    .map(state -> FormJudge.value(study, study.item(path.formOid(), path.itemOid()), state))
                    .ifPresent(value -> values.put(path.name(), value));
        }
        return values;
    }

    private static void put(Map<String, TypedValue> values, String name, LocalDate date) {
        values.put(name, TypedValue.date(PartialDate.of(date)));
    }
}
