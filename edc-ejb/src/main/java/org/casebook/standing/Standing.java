package org.casebook.standing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** How each participation goes and ends: steps with date and reason, and back again. */
@Stateless
public class Standing {

    @Inject
    private StandingSteps steps;

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private SiteRegister sites;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Where the participant stands, with every step that led there and what can follow. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public StandingView get(Scope scope, String subject) {
        return view(participants.get(scope, subject));
    }

    /**
     * Takes a step. A withdrawal from treatment alone stops treatment and keeps the visits.
     *
     * @throws org.casebook.subject.StatusDoesNotAllow when it does not lead on from where the participant stands
     */
    @Allowed(Permission.ENROL)
    public StandingView change(Scope scope, String subject, Decision wanted) {
        Participant before = participants.hold(scope, subject);
        Scope place = before.scope();
        List<StandingStep> holding = holding(place, subject);
        LocalDate since = holding.isEmpty()
                ? null
                : holding.get(holding.size() - 1).toStep().on();
        LocalDate today = clock.today(sites.get(place).zone());
        Decision decision =
                new DecisionPolicy(definitions.get(before.versionId()), before, today, since).settle(wanted);
        StandingStep step = new StandingStep(place, subject, decision, person(), clock.instant());
        holding.add(step);
        Participant after = stand(place, subject, holding);
        steps.add(step);
        facts.fire(new StandingChanged(place, subject, before.status(), decision));
        return view(after);
    }

    /**
     * Takes the last step back: the participant stands again where the steps before it led.
     *
     * @param reason why, in the person's words; never blank
     */
    @Allowed(Permission.ENROL)
    public StandingView takeBack(Scope scope, String subject, String reason) {
        String why = Words.needed(reason, Sentence.of("standing", "noReason"));
        Participant before = participants.hold(scope, subject);
        Scope place = before.scope();
        participants.requireOpen(place, subject);
        List<StandingStep> holding = holding(place, subject);
        if (holding.isEmpty()) {
            throw new Invalid(Sentence.of("standing", "nothingToTakeBack", subject));
        }
        Instant now = clock.instant();
        holding.remove(holding.size() - 1).takeBack(why, person(), now);
        Participant after = stand(place, subject, holding);
        facts.fire(new StandingTakenBack(place, subject, before.status(), after.status(), why));
        return view(after);
    }

    private Participant stand(Scope place, String subject, List<StandingStep> holding) {
        return participants.stand(
                place, subject, holding.stream().map(StandingStep::toStep).toList());
    }

    private List<StandingStep> holding(Scope place, String subject) {
        return new ArrayList<>(
                steps.list(place, subject).stream().filter(StandingStep::holds).toList());
    }

    private StandingView view(Participant participant) {
        StudyDefinition study = definitions.get(participant.versionId());
        List<StandingLine> history = new ArrayList<>(steps.list(participant.scope(), participant.key()).stream()
                .map(StandingStep::toLine)
                .toList());
        Collections.reverse(history);
        return new StandingView(
                participant,
                history,
                participant.status().next(study.randomizes()),
                study.criteria().stream().map(CriterionDefinition::number).toList(),
                DecisionPolicy.failing(participant));
    }

    private String person() {
        return actor.get().fullName();
    }
}
