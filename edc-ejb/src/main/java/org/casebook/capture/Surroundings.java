package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.TypedValue;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.study.StudyDefinition;
import org.casebook.study.StudyRules.ItemPath;

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

    /**
     * The values of these names, as far as there are any: {@code today} at the site, {@code visitDate}, and items of the
     * participant's other forms as {@code FORM.ITEM} or {@code EVENT.FORM.ITEM}.
     */
    Map<String, TypedValue> values(Scope scope, CaseForm.Seat seat, Set<String> names) {
        Map<String, TypedValue> values = new HashMap<>();
        if (names.contains(Expression.TODAY)) {
            put(values, Expression.TODAY, clock.today(sites.get(scope).zone()));
        }
        if (names.contains(Expression.VISIT_DATE) && seat.event() != null) {
            visits.dateOf(scope, seat.subject(), seat.event())
                    .ifPresent(date -> put(values, Expression.VISIT_DATE, date));
        }
        if (names.stream().anyMatch(name -> name.contains("."))) {
            putItems(values, names, forms.ofSubject(scope, seat.subject()), seat);
        }
        return values;
    }

    private void putItems(
            Map<String, TypedValue> values, Set<String> names, List<CaseForm> others, CaseForm.Seat seat) {
        StudyDefinition study = definitions.get(seat.versionId());
        for (ItemPath path : definitions.rules(seat.versionId()).paths(names)) {
            meant(others, path)
                    .filter(other -> other.counting(path.itemOid()).countingValue() != null)
                    .map(other -> FormJudge.value(
                            study, study.item(path.formOid(), path.itemOid()), other.counting(path.itemOid())))
                    .ifPresent(value -> values.put(path.name(), value));
        }
    }

    /** The form at the event that the name means; void forms and rows of logs are never meant. */
    private static Optional<CaseForm> meant(List<CaseForm> forms, ItemPath path) {
        return forms.stream()
                .filter(other -> other.seat().form().equals(path.formOid()) && other.countsAtVisit())
                .filter(other -> other.seat().event().equals(path.eventOid()))
                .findFirst();
    }

    private static void put(Map<String, TypedValue> values, String name, LocalDate date) {
        values.put(name, TypedValue.date(PartialDate.of(date)));
    }
}
