package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;

/**
 * What follows elsewhere from a change of a form: other forms of the participant whose rules look at it are judged again,
 * and the participant's gate and the schedule learn what concerns them.
 */
@ApplicationScoped
class Consequences {

    @Inject
    private CaseForms forms;

    @Inject
    private Entanglements entanglements;

    @Inject
    private Surroundings surroundings;

    @Inject
    private GateNews gate;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Form rows are held before the participant's row, by everybody, so that two saves cannot wait for each other. */
    void follow(Difference first) {
        spread(first, this::dependents, this::judgeAgain).forEach(gate::tell);
    }

    /**
     * How a change spreads to forms whose rules look at it, and from these to others; each form is judged again once.
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
        Set<CaseForm> judged = Collections.newSetFromMap(new IdentityHashMap<>());
        judged.add(first.form());
        while (!open.isEmpty()) {
            Difference difference = open.remove();
            if (!difference.valuesChanged().isEmpty()) {
                told.add(difference);
                dependents.apply(difference).stream()
                        .filter(other -> other.isCorrectable() && judged.add(other))
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
        CaseForm other = forms.hold(form.scope(), form.id());
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

    static String why(Difference cause) {
        return "After a change of " + cause.definition().name().text();
    }
}
