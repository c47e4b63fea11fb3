package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
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

    /** One participant's records: in the database, or in memory for practice. */
    interface Records {

        /** Every form and log row, void ones too, oldest first. */
        List<CaseForm> forms();

        /** The date at the site. */
        LocalDate today();

        /** The date of a visit, when one is recorded. */
        Optional<LocalDate> dateOf(String event);
    }

    /** What the rules of one study version can see of one participant. */
    record Outlook(StudyDefinition study, StudyRules rules, Records records) {

        /** The judge of the form at this seat, with the values that its rules ask for. */
        FormJudge judge(CaseForm.Seat seat) {
            FormRules form = rules.form(seat.form());
            return new FormJudge(study, study.form(seat.form()), form, values(seat, form.foreignNames()));
        }

        /** The values of these names, as far as there are any: {@code today}, {@code visitDate}, items elsewhere. */
        private Map<String, TypedValue> values(CaseForm.Seat seat, Set<String> names) {
            Map<String, TypedValue> values = items(rules.paths(names));
            if (names.contains(Expression.TODAY)) {
                put(values, Expression.TODAY, records.today());
            }
            if (names.contains(Expression.VISIT_DATE) && seat.event() != null) {
                records.dateOf(seat.event()).ifPresent(date -> put(values, Expression.VISIT_DATE, date));
            }
            return values;
        }

        /** The values of these items, by the names that expressions give them; void forms count nowhere. */
        Map<String, TypedValue> items(List<ItemPath> paths) {
            Map<String, TypedValue> values = new HashMap<>();
            if (paths.isEmpty()) {
                return values;
            }
            List<CaseForm> forms = records.forms();
            for (ItemPath path : paths) {
                forms.stream()
                        .filter(form -> form.standsAt(path.eventOid(), path.formOid()))
                        .map(form -> form.counting(path.itemOid()))
                        .filter(state -> state.countingValue() != null)
                        .findFirst()
                        .map(state -> FormJudge.value(study, study.item(path.formOid(), path.itemOid()), state))
                        .ifPresent(value -> values.put(path.name(), value));
            }
            return values;
        }

        /**
         * Refuses a form that the study does not plan at this event, or that is not collected from this participant.
         *
         * @throws NotFound when the event is no visit, or does not have the form
         */
        void requirePlanned(CaseForm.Seat seat) {
            EventDefinition event = study.findEvent(seat.event())
                    .filter(found -> !found.isLog())
                    .orElseThrow(() -> unplanned(seat));
            EventDefinition.FormRef ref = event.findForm(seat.form()).orElseThrow(() -> unplanned(seat));
            if (rules.collected(ref, items(rules.collectionItems(event))).isFalse()) {
                throw new Invalid("“" + study.form(seat.form()).name().text() + "” is not collected for participant "
                        + seat.subject() + ". Look at the answers that decide it.");
            }
        }

        private NotFound unplanned(CaseForm.Seat seat) {
            return new NotFound("form of event " + seat.event(), seat.form(), Scope.of(study.oid()));
        }

        private static void put(Map<String, TypedValue> values, String name, LocalDate date) {
            values.put(name, TypedValue.date(PartialDate.of(date)));
        }
    }

    /** What the rules that hold for the form at this seat can see of its participant. */
    Outlook of(Scope scope, CaseForm.Seat seat) {
        return new Outlook(
                definitions.get(seat.versionId()),
                definitions.rules(seat.versionId()),
                new Stored(scope, seat.subject()));
    }

    /** The judge of this form, with the values that its rules ask for. */
    FormJudge judge(Scope scope, CaseForm.Seat seat) {
        return of(scope, seat).judge(seat);
    }

    private final class Stored implements Records {

        private final Scope scope;
        private final String subject;

        private Stored(Scope scope, String subject) {
            this.scope = scope;
            this.subject = subject;
        }

        @Override
        public List<CaseForm> forms() {
            return forms.ofSubject(scope, subject);
        }

        @Override
        public LocalDate today() {
            return clock.today(sites.get(scope).zone());
        }

        @Override
        public Optional<LocalDate> dateOf(String event) {
            return visits.dateOf(scope, subject, event);
        }
    }
}
