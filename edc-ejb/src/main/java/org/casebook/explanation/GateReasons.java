package org.casebook.explanation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Mend;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Phrases;
import org.casebook.kernel.Truth;
import org.casebook.randomization.Waiting;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Gate;

/** Why a participant cannot be randomised yet: each thing that is waited for, what it looks at, and where to mend it. */
final class GateReasons {

    private final Sight sight;
    private final Phrases phrases;

    GateReasons(Sight sight) {
        this.sight = sight;
        this.phrases = sight.phrases();
    }

    List<Reason> list(List<Waiting> waiting, Gate gate) {
        if (waiting.isEmpty()) {
            return List.of(Reason.of(phrases.say("gate.open"), List.of()));
        }
        Stream<Reason> others = waiting.stream()
                .filter(wait -> wait.kind() != Waiting.Kind.CRITERION)
                .map(this::reason);
        Stream<Reason> criteria = waiting.stream().anyMatch(wait -> wait.kind() == Waiting.Kind.CRITERION)
                ? criteria(gate.openCriteria())
                : Stream.empty();
        return Stream.concat(others, criteria).toList();
    }

    private Reason reason(Waiting wait) {
        List<Input> inputs = switch (wait.kind()) {
            case CONSENT -> consent();
            case SIGNATURE -> eligibility();
            default -> List.of();
        };
        String known = "gate." + wait.kind();
        return phrases.has(known)
                ? new Reason(phrases.say(known), phrases.say("gate.rule"), null, inputs)
                : Reason.of(wait.sentence(), inputs);
    }

    private Stream<Reason> criteria(List<CriterionResult> open) {
        return open.isEmpty()
                ? Stream.of(Reason.of(phrases.say("gate.CRITERION"), eligibility()))
                : sight.study().criteria().stream()
                        .filter(criterion ->
                                open.stream().anyMatch(one -> one.number().equals(criterion.number())))
                        .map(this::criterion);
    }

    /** Why a criterion is met, not met, or not decided yet. */
    Reason criterion(CriterionDefinition criterion) {
        String formula =
                sight.study().conditions().get(criterion.conditionOid()).expression();
        Sight.Outcome outcome = sight.outcome(formula);
        Truth met = criterion.inclusion() ? outcome.truth() : outcome.truth().not();
        String verdict = met.isUnknown() ? "NOT_YET" : met.isTrue() ? "MET" : "NOT_MET";
        return new Reason(
                phrases.say("criterion." + verdict, criterion.text().in(sight.language())),
                phrases.say("criterion.statement", outcome.words()),
                formula,
                outcome.inputs());
    }

    private List<Input> consent() {
        return sight.study().forms().values().stream()
                .flatMap(form -> form.items().stream()
                        .filter(item -> item.role() == Role.CONSENT_DATE || item.role() == Role.CONSENT_GIVEN)
                        .filter(item -> !item.blinded() || sight.unblinded())
                        .map(item -> input(form, item)))
                .toList();
    }

    private Input input(FormDefinition form, ItemDefinition item) {
        Optional<FormState> held = held(form);
        ItemState state = held.map(found -> found.item(item.oid())).orElse(ItemState.EMPTY);
        return new Input(
                item.question().in(sight.language()),
                form.name().in(sight.language()),
                sight.shown(item, state),
                null,
                mend(form, held, item.oid()));
    }

    private List<Input> eligibility() {
        return sight.study().formFor(Purpose.ELIGIBILITY).stream()
                .map(form -> new Input(
                        form.name().in(sight.language()),
                        null,
                        held(form)
                                .map(found -> phrases.say("state." + found.state()))
                                .orElse(null),
                        null,
                        mend(form, held(form), null)))
                .toList();
    }

    private Optional<FormState> held(FormDefinition form) {
        return sight.forms().stream()
                .filter(found -> found.form().equals(form.oid()) && found.state() != FormState.State.VOID)
                .findFirst();
    }

    private Mend mend(FormDefinition form, Optional<FormState> held, String item) {
        String planned = sight.study().events().stream()
                .filter(event -> event.findForm(form.oid()).isPresent())
                .map(EventDefinition::oid)
                .findFirst()
                .orElse(null);
        return new Mend(
                sight.subject(),
                held.map(FormState::event).orElse(planned),
                held.map(FormState::id).orElse(null),
                item,
                null);
    }
}
