package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Deque<Difference> open = new ArrayDeque<>(List.of(first));
        List<Difference> told = new ArrayList<>();
        Set<Long> judged = new HashSet<>(Set.of(first.form().id()));
        while (!open.isEmpty()) {
            Difference difference = open.remove();
            if (!difference.valuesChanged().isEmpty()) {
                told.add(difference);
                judgeOthers(difference, judged, open);
            }
        }
        told.forEach(gate::tell);
    }

    private void judgeOthers(Difference cause, Set<Long> judged, Deque<Difference> open) {
        CaseForm form = cause.form();
        Set<String> dependents = entanglements.formsLookingAt(form.seat().versionId(), cause.valuesChanged());
        if (dependents.isEmpty()) {
            return;
        }
        for (CaseForm other : forms.ofSubject(form.scope(), form.seat().subject())) {
            if (dependents.contains(other.seat().form()) && other.isCorrectable() && judged.add(other.id())) {
                judgeAgain(forms.hold(other.scope(), other.id()), cause, open);
            }
        }
    }

    private void judgeAgain(CaseForm other, Difference cause, Deque<Difference> open) {
        FormJudge judge = surroundings.judge(other.scope(), other.seat());
        FormDocument before = other.document();
        String why = "After a change of " + cause.definition().name().text();
        other.follow(judge::judge, why, clock.instant()).ifPresent(fact -> {
            Difference difference = new Difference(judge.definition(), before, other, why);
            facts.fire(fact);
            difference.facts().forEach(facts::fire);
            open.add(difference);
        });
    }
}
