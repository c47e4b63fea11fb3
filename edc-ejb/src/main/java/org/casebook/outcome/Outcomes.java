package org.casebook.outcome;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What came of it: responders, change from baseline; of all participants of a place together, by arm after unblinding. */
@Stateless
public class Outcomes {

    @Inject
    private Participants participants;

    @Inject
    private OutcomePlans plans;

    @Inject
    private Limits limits;

    @Inject
    private MeasurementRows rows;

    @Inject
    private DueVisits dueVisits;

    @Inject
    private KnownArms arms;

    /** What can be looked at here; nothing while nobody takes part. */
    @Allowed(Permission.VIEW_DATA)
    public OutcomeChoices choices(Scope scope) {
        return plans.of(scope)
                .map(plan -> new OutcomeChoices(
                        plan.responses()
                                .map(response -> new OutcomeChoices.Choice(response.oid(), response.name()))
                                .toList(),
                        plan.scores()))
                .orElseGet(() -> new OutcomeChoices(List.of(), List.of()));
    }

    /**
     * Who responded at which visit.
     *
     * @param response OID of the study's definition
     * @param tried to try others than the study's, one for each of its rules; null, or none, keeps its own
     */
    @Allowed(Permission.VIEW_DATA)
    public ResponseTable responses(Scope scope, String response, List<BigDecimal> tried) {
        OutcomePlan plan = plans.of(scope).orElseThrow(() -> new NotFound("response", response, scope));
        ResponseDefinition filed = plan.response(response).orElseThrow(() -> new NotFound("response", response, scope));
        List<Limit> set = limits.list(scope);
        ResponseDefinition used = own(filed, set).with(tried);
        List<String> judged = used.rules().stream().map(ResponseRule::item).toList();
        List<TimePoint> points = plan.pointsAfter(used.baseline(), judged);
        TimePoint initial =
                used.initial() == null ? points.stream().findFirst().orElse(null) : plan.point(used.initial());
        Set<String> items = new HashSet<>(judged);
        items.addAll(used.subgroups());
        Measurements values = rows.of(scope, items);
        ResponsePolicy policy = new ResponsePolicy(used, values, keys(scope), dueVisits.of(scope)::isDue);
        return new ResponseTable(
                used.name(),
                rules(plan, filed, used, set),
                plan.point(used.baseline()),
                initial,
                points,
                ResponseGroup.all(plan, used, values, arms.of(scope)).stream()
                        .map(group -> group.drawn(policy, points, initial))
                        .toList());
    }

    /** The study's definition: its file's, with the limits that it set for itself. */
    private static ResponseDefinition own(ResponseDefinition filed, List<Limit> set) {
        List<BigDecimal> amounts = new ArrayList<>();
        filed.rules()
                .forEach(rule -> amounts.add(Limits.of(set, filed.oid(), rule)
                        .map(ResponseTable.Own::amount)
                        .orElse(null)));
        return filed.with(amounts);
    }

    private static List<ResponseTable.Rule> rules(
            OutcomePlan plan, ResponseDefinition filed, ResponseDefinition used, List<Limit> set) {
        List<ResponseTable.Rule> rules = new ArrayList<>();
        for (int i = 0; i < used.rules().size(); i++) {
            ResponseRule rule = used.rules().get(i);
            ItemDefinition item = plan.item(rule.item()).orElseThrow();
            rules.add(new ResponseTable.Rule(
                    rule,
                    item.question().shown(),
                    OutcomePlan.unit(item),
                    filed.rules().get(i).limit(),
                    Limits.of(set, filed.oid(), rule).orElse(null)));
        }
        return rules;
    }

    /**
     * How one number changes.
     *
     * @param item OID of one of the scores on offer
     */
    @Allowed(Permission.VIEW_DATA)
    public ChangeTable changes(Scope scope, String item) {
        OutcomePlan plan = plans.of(scope).orElseThrow(() -> new NotFound("item", item, scope));
        ItemDefinition measured = plan.item(item)
                .filter(known -> known.type().isNumber())
                .orElseThrow(() -> new NotFound("item", item, scope));
        ChangePolicy policy = new ChangePolicy(item, fromBaseline(plan, item), rows.of(scope, List.of(item)));
        List<ChangeTable.Line> lines = policy.lines();
        List<ChangeTable.Arm> byArm = arms.of(scope).entrySet().stream()
                .map(arm -> new ChangeTable.Arm(
                        arm.getKey(),
                        policy.means(lines.stream()
                                .filter(line -> arm.getValue().contains(line.subject()))
                                .toList())))
                .toList();
        return new ChangeTable(
                item, measured.question().shown(), OutcomePlan.unit(measured), policy.means(lines), byArm, lines);
    }

    /** From the baseline that the study names for a response by this item, else from the first visit that asks for it. */
    private static List<TimePoint> fromBaseline(OutcomePlan plan, String item) {
        List<TimePoint> all = plan.points(List.of(item));
        Set<String> baselines = plan.responses()
                .filter(response ->
                        response.rules().stream().anyMatch(rule -> rule.item().equals(item)))
                .map(ResponseDefinition::baseline)
                .collect(Collectors.toSet());
        boolean named = all.stream().anyMatch(point -> baselines.contains(point.event()));
        return named
                ? all.stream()
                        .dropWhile(point -> !baselines.contains(point.event()))
                        .toList()
                : all;
    }

    /** How complete visits are and how soon they are entered, by site. */
    @Allowed(Permission.VIEW_DATA)
    public Conduct conduct(Scope scope) {
        return dueVisits.conduct(scope, participants.list(scope), rows.forms(scope));
    }

    private Set<String> keys(Scope scope) {
        return participants.list(scope).stream()
                .filter(person -> !person.dataWithdrawn())
                .map(Participant::key)
                .collect(Collectors.toSet());
    }
}
