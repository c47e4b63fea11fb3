package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.laboratory.LaboratoryValue;
import org.casebook.study.Definitions;
import org.casebook.subject.Participants;

/**
 * What follows elsewhere from a change of a form: other forms of the participant whose rules look at it are judged again,
 * and the participant's gate and the schedule learn what concerns them.
 */
@ApplicationScoped
class Consequences {

    private static final int MOST_ROUNDS = 20;

    @Inject
    private CaseForms forms;

    @Inject
    private Entanglements entanglements;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Definitions definitions;

    @Inject
    private GateNews gate;

    @Inject
    private Participants participants;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Form rows are held before the participant's row, by everybody, so that two saves cannot wait for each other. */
    void follow(Difference first) {
        spread(first, this::dependents, this::judgeAgain).forEach(gate::tell);
    }

    /** As {@link #follow}, for a form that was made void or restored: what is linked to a row of it is judged again too. */
    void followTurn(Difference first) {
        follow(first);
        CaseForm row = first.form();
        if (row.seat().row() == null) {
            return;
        }
        List<Long> held = new ArrayList<>();
        judgeLinks(first, held);
        // nobody links to it in the same moment; whoever was about to has done so
        participants.hold(row.scope(), row.seat().subject());
        judgeLinks(first, held);
    }

    private void judgeLinks(Difference turn, List<Long> judged) {
        CaseForm row = turn.form();
        forms.ofSubject(row.scope(), row.seat().subject()).stream()
                .filter(other -> !judged.contains(other.id()) && leadsTo(other, row.id()))
                .toList()
                .forEach(other -> {
                    judged.add(other.id());
                    judgeAgain(other, turn).ifPresent(this::follow);
                });
    }

    private boolean leadsTo(CaseForm form, long row) {
        return definitions.get(form.seat().versionId()).form(form.seat().form()).items().stream()
                .anyMatch(item -> form.document().item(item.oid()).rows(item).contains(row));
    }

    /**
     * How a change spreads to forms whose rules look at it, and from these to others, or back. What is computed never goes in
     * a circle; hard checks of several forms that look at each other might, and are left as they stand after so many rounds.
     *
     * @param dependents the participant's forms that look at what changed
     * @param judgeAgain what a change elsewhere makes of a form; empty when nothing changes
     * @return the changes of values, the first included, in the order in which they came about
     */
    static List<Difference> spread(
            Difference first,
            Function<Difference, List<CaseForm>> dependents,
            BiFunction<CaseForm, Difference, Optional<Difference>> judgeAgain) {
        Deque<Difference> open = new ArrayDeque<>(List.of(first));
        List<Difference> told = new ArrayList<>();
        Map<CaseForm, Integer> judged = new IdentityHashMap<>();
        while (!open.isEmpty()) {
            Difference difference = open.remove();
            if (!difference.valuesChanged().isEmpty()) {
                told.add(difference);
                dependents.apply(difference).stream()
                        .filter(other -> other.isCorrectable() && judged.merge(other, 1, Integer::sum) <= MOST_ROUNDS)
                        .forEach(other -> judgeAgain.apply(other, difference).ifPresent(open::add));
            }
        }
        return told;
    }

    private List<CaseForm> dependents(Difference cause) {
        CaseForm form = cause.form();
        Set<String> looking = entanglements.net(form.seat().versionId()).formsLookingAt(cause.valuesChanged());
        return looking.isEmpty()
                ? List.of()
                : forms.ofSubject(form.scope(), form.seat().subject()).stream()
                        .filter(other -> looking.contains(other.seat().form()))
                        .toList();
    }

    private Optional<Difference> judgeAgain(CaseForm form, Difference cause) {
        CaseForm other = forms.reach(form.scope(), form.id());
        FormJudge judge = surroundings.judge(other.scope(), other.seat());
        FormDocument before = other.document();
        String why = why(cause);
        return other.follow(judge::judge, why, clock.instant()).map(fact -> {
            Difference difference = new Difference(judge.definition(), before, other, why);
            facts.fire(fact);
            difference.facts().forEach(facts::fire);
            return difference;
        });
    }

    /** Applies the rules to a form that was closed while others changed. */
    void catchUp(CaseForm form) {
        FormJudge judge = surroundings.judge(form.scope(), form.seat());
        FormDocument before = form.document();
        form.follow(judge::judge, "After the form was opened again", clock.instant())
                .ifPresent(fact -> {
                    Difference difference = new Difference(judge.definition(), before, form, null);
                    facts.fire(fact);
                    difference.facts().forEach(facts::fire);
                    follow(difference);
                });
    }

    /** The form as it would read if ranges were looked up again for the values that found none; empty when none is found now. */
    Optional<FormDocument> withRanges(CaseForm form) {
        FormDocument now = form.document();
        List<ItemDefinition> missed = definitions
                .get(form.seat().versionId())
                .form(form.seat().form())
                .items()
                .stream()
                .filter(item -> item.finding() != null && item.finding().part() == ItemDefinition.Finding.Part.RANGE)
                .filter(item -> LaboratoryValue.Finding.isWithoutRange(
                        now.item(item.oid()).text()))
                .toList();
        if (missed.isEmpty() || !form.isCorrectable()) {
            return Optional.empty();
        }
        FormDocument forgotten = now;
        for (ItemDefinition item : missed) {
            forgotten = forgotten.with(item.oid(), now.item(item.oid()).forgotten());
        }
        FormDocument judged = surroundings.judge(form.scope(), form.seat()).judge(forgotten);
        for (ItemDefinition item : missed) {
            if (judged.item(item.oid()).sameEntry(now.item(item.oid()))) {
                judged = judged.with(item.oid(), now.item(item.oid()));
            }
        }
        boolean found = false;
        for (ItemDefinition item : missed) {
            found |= !judged.item(item.oid()).sameEntry(now.item(item.oid()));
        }
        return found ? Optional.of(judged) : Optional.empty();
    }

    /** Looks ranges up again; what is found is told, and follows elsewhere. */
    void takeRanges(CaseForm form, String reason) {
        FormDocument before = form.document();
        withRanges(form)
                .flatMap(after -> form.follow(document -> after, reason, clock.instant()))
                .ifPresent(fact -> {
                    FormDefinition definition = definitions
                            .get(form.seat().versionId())
                            .form(form.seat().form());
                    Difference difference = new Difference(definition, before, form, reason);
                    facts.fire(fact);
                    difference.facts().forEach(facts::fire);
                    follow(difference);
                });
    }

    static String why(Difference cause) {
        return "After a change of " + cause.definition().name().text();
    }
}
