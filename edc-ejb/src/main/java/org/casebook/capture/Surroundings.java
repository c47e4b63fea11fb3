package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.definition.StudyRules.ItemPath.Which;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.laboratory.RangeBook;
import org.casebook.laboratory.RangeView;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
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
    private RangeBook ranges;

    @Inject
    private RequestClock clock;

    /** One participant's records: in the database, or in memory for practice. */
    interface Records extends FormJudge.Site {
        /** Every form and log row, void ones too, oldest first. */
        List<CaseForm> forms();

        LocalDate today();

        @Override
        default boolean isDeleted(long row) {
            return forms().stream()
                    .anyMatch(form -> form.isVoid() && Long.valueOf(row).equals(form.id()));
        }

        /** The date of a visit, when one is recorded. */
        Optional<LocalDate> dateOf(String event);
    }

    /** What the rules of one study version can see of one participant. */
    record Outlook(StudyDefinition study, StudyRules rules, Records records) {

        FormJudge judge(CaseForm.Seat seat) {
            return judge(seat, rules.form(seat.form(), seat.event()).foreignNames());
        }

        /** The judge of the form at this seat after a change of one item, with the values that what follows asks for. */
        FormJudge judge(CaseForm.Seat seat, ItemDefinition changed) {
            Set<String> names = study.form(seat.form()).judgedWith(changed);
            return judge(seat, rules.form(seat.form(), seat.event()).foreignNames(names));
        }

        private FormJudge judge(CaseForm.Seat seat, Set<String> names) {
            FormRules own = rules.form(seat.form(), seat.event());
            return new FormJudge(study, study.form(seat.form()), own, values(seat, names), records);
        }

        /** The values of these names, as far as there are any. */
        Values values(CaseForm.Seat seat, Set<String> names) {
            Values items = items(seat, rules.paths(names));
            Map<String, TypedValue> single = new HashMap<>(items.single());
            if (names.contains(Expression.TODAY)) {
                single.put(Expression.TODAY, TypedValue.date(PartialDate.of(records.today())));
            }
            if (names.contains(Expression.VISIT_DATE) && seat != null && seat.event() != null) {
                records.dateOf(seat.event())
                        .map(day -> TypedValue.date(PartialDate.of(day)))
                        .ifPresent(day -> single.put(Expression.VISIT_DATE, day));
            }
            return new Values(single, items.rows());
        }

        Values items(List<ItemPath> paths) {
            return items(null, paths);
        }

        private Values items(CaseForm.Seat from, List<ItemPath> paths) {
            return paths.isEmpty() ? Values.NONE : new OtherForms(study, records.forms(), from).values(paths);
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
                String name = study.form(seat.form()).name().shown();
                throw new Invalid(Sentence.of("capture", "notCollected", name, seat.subject()));
            }
        }

        private NotFound unplanned(CaseForm.Seat seat) {
            return new NotFound("form of event " + seat.event(), seat.form(), Scope.of(study.oid()));
        }
    }

    /**
     * The forms of one participant as rules see them from one form. Void forms count nowhere. A form that is named with its
     * visit is found, be it the very form that asks; as first, previous or last no form sees itself, and of its own log it sees
     * the other rows.
     *
     * @param from where the form stands that asks; null for what belongs to no form
     */
    record OtherForms(StudyDefinition study, List<CaseForm> forms, CaseForm.Seat from) {

        /** The values at these places, by the names that expressions give them, as far as there are any. */
        Values values(List<ItemPath> paths) {
            Map<String, TypedValue> single = new HashMap<>();
            Map<String, List<Map<String, TypedValue>>> rows = new HashMap<>();
            for (ItemPath path : paths) {
                if (path.which() != Which.ROWS) {
                    find(path)
                            .flatMap(form -> value(form, path.itemOid()))
                            .ifPresent(value -> single.put(path.name(), value));
                }
            }
            paths.stream()
                    .filter(path -> path.which() == Which.ROWS)
                    .collect(Collectors.groupingBy(ItemPath::list))
                    .forEach((list, asked) -> rows.put(list, rows(asked)));
            return new Values(single, rows);
        }

        private Optional<CaseForm> find(ItemPath path) {
            Stream<CaseForm> standing = (path.which() == Which.AT ? standing() : others())
                    .filter(form -> path.formOid().equals(form.seat().form())
                            && form.seat().row() == null);
            return switch (path.which()) {
                case AT ->
                    standing.filter(form -> path.eventOid().equals(form.seat().event()))
                            .findFirst();
                case FIRST -> filled(standing, false).min(Comparator.comparingInt(this::order));
                case PREVIOUS -> filled(standing, true).max(Comparator.comparingInt(this::order));
                case LAST -> filled(standing, false).max(Comparator.comparingInt(this::order));
                case ROWS -> Optional.empty();
            };
        }

        /** At planned visits up to the one at hand; visits out of plan have no place in the order. */
        private Stream<CaseForm> filled(Stream<CaseForm> standing, boolean before) {
            int here = from == null || order(from.event()) < 0 ? Integer.MAX_VALUE : order(from.event());
            return standing.filter(form -> order(form) >= 0 && (before ? order(form) < here : order(form) <= here))
                    .filter(form -> form.isFilled(study.form(form.seat().form())));
        }

        private int order(CaseForm form) {
            return order(form.seat().event());
        }

        private int order(String event) {
            return study.scheduledEvents().stream()
                    .map(EventDefinition::oid)
                    .toList()
                    .indexOf(event);
        }

        private Stream<CaseForm> others() {
            return standing().filter(form -> from == null || !form.standsAt(from));
        }

        private Stream<CaseForm> standing() {
            return forms.stream().filter(form -> !form.isVoid());
        }

        /** Each filled row with the items that are asked for. */
        private List<Map<String, TypedValue>> rows(List<ItemPath> asked) {
            ItemPath list = asked.get(0);
            return others().filter(form -> isRowOf(list, form.seat()))
                    .filter(form -> form.isFilled(study.form(list.formOid())))
                    .map(form -> row(form, asked))
                    .toList();
        }

        private static boolean isRowOf(ItemPath log, CaseForm.Seat seat) {
            return seat.row() != null
                    && seat.form().equals(log.formOid())
                    && (log.eventOid() == null || log.eventOid().equals(seat.event()));
        }

        private Map<String, TypedValue> row(CaseForm form, List<ItemPath> asked) {
            Map<String, TypedValue> row = new LinkedHashMap<>();
            asked.stream()
                    .filter(path -> path.itemOid() != null)
                    .forEach(path -> value(form, path.itemOid())
                            .ifPresent(value -> row.put(
                                    study.item(path.formOid(), path.itemOid()).nameInExpressions(), value)));
            return row;
        }

        private Optional<TypedValue> value(CaseForm form, String itemOid) {
            ItemDefinition item = study.item(form.seat().form(), itemOid);
            return form.countingValue(item) == null
                    ? Optional.empty()
                    : Optional.of(FormJudge.value(study, item, form.document().item(itemOid)));
        }
    }

    /** What the rules that hold for the form at this seat can see of its participant. */
    Outlook of(Scope scope, CaseForm.Seat seat) {
        return outlook(scope, seat.subject(), seat.versionId());
    }

    Outlook outlook(Scope scope, String subject, long versionId) {
        return new Outlook(definitions.get(versionId), definitions.rules(versionId), stored(scope, subject));
    }

    FormJudge judge(Scope scope, CaseForm.Seat seat) {
        return of(scope, seat).judge(seat);
    }

    FormJudge judge(Scope scope, CaseForm.Seat seat, String item) {
        Outlook outlook = of(scope, seat);
        return outlook.judge(seat, outlook.study().form(seat.form()).item(item));
    }

    /** What expressions see from this spot, the form's own values with those of others. */
    Values seenFrom(Scope scope, String subject, long versionId, CaseBook.Spot spot, Set<String> names) {
        CaseForm.Seat seat =
                spot == null ? null : new CaseForm.Seat(subject, spot.event(), spot.form(), spot.row(), versionId);
        Outlook outlook = outlook(scope, subject, versionId);
        Values seen = outlook.values(seat, names);
        Map<String, TypedValue> single = new HashMap<>(seen.single());
        outlook.records().forms().stream()
                .filter(form -> seat != null && form.standsAt(seat))
                .forEach(form -> single.putAll(FormJudge.counting(outlook.study(), form)));
        single.keySet().retainAll(names);
        return new Values(single, seen.rows());
    }

    private Records stored(Scope scope, String subject) {
        return new Records() {
            @Override
            public List<CaseForm> forms() {
                return forms.ofSubject(scope, subject);
            }

            @Override
            public ZoneId zone() {
                return sites.zone(scope);
            }

            @Override
            public List<RangeView> ranges(String analyte) {
                return ranges.of(scope, analyte);
            }

            @Override
            public LocalDate today() {
                return clock.today(zone());
            }

            @Override
            public Optional<LocalDate> dateOf(String event) {
                return visits.dateOf(scope, subject, event);
            }
        };
    }
}
