package org.casebook.crossing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebook.consent.Reconsents;
import org.casebook.consent.TextInForce;
import org.casebook.definition.EventDefinition;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Language;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Sentence;
import org.casebook.subject.Participant;

/** The way to later periods, for later rooms. Not a boundary: whoever calls has passed a door and may know the arm. */
@ApplicationScoped
public class Crossings {

    private static final String ROOM = "crossing";

    @Inject
    private CrossingSteps steps;

    @Inject
    private Reconsents reconsents;

    @Inject
    private SignedForms signatures;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** All that was recorded, oldest first. */
    public List<CrossingLine> list(Participant participant) {
        return steps.list(participant.study(), List.of(participant.key())).stream()
                .map(CrossingStep::toLine)
                .toList();
    }

    /** Those of these participants who will not cross over. */
    public Set<String> refusing(String study, Collection<String> subjects) {
        Set<String> refusing = new HashSet<>();
        for (CrossingStep step : steps.list(study, subjects)) {
            switch (step.toLine().kind()) {
                case REFUSED -> refusing.add(step.subject());
                case RESUMED -> refusing.remove(step.subject());
                case PREPARED -> {}
            }
        }
        return refusing;
    }

    /**
     * Records a step. The caller has judged that it may be.
     *
     * @param event OID of the event at which the period's treatment is given
     * @param text what was prepared, or the reason; never blank
     */
    public void record(Participant participant, String event, CrossingKind kind, String text) {
        steps.add(new CrossingStep(participant, event, kind, text).by(actor.get(), clock.instant()));
        facts.fire(new CrossingRecorded(participant.scope(), participant.key(), event, kind, text));
    }

    /**
     * What is still missing before treatment is recorded at an event of one arm; each in the reader's words.
     *
     * @param unmet what the event's own gate says is missing
     */
    public List<String> waiting(Participant participant, List<String> unmet) {
        List<String> missing = new ArrayList<>();
        Set<String> self = Set.of(participant.key());
        if (!refusing(participant.study(), self).isEmpty()) {
            missing.add(said("refused"));
        }
        if (participant.treatmentStopped() != null || participant.ended() != null) {
            missing.add(said("stopped"));
        }
        TextInForce due =
                reconsents.due(participant.scope(), List.of(participant)).get(participant.key());
        if (due != null) {
            missing.add(said("reconsent", due.label()));
        }
        if (!participant.gate().consented()) {
            missing.add(said("consent"));
        }
        missing.addAll(unmet);
        if (list(participant).stream().noneMatch(line -> line.kind() == CrossingKind.PREPARED)) {
            missing.add(said("preparation"));
        }
        return missing;
    }

    /** Whether an investigator's signature on the form holds. */
    public boolean isSigned(Participant participant, long formId) {
        return signatures.isSigned(participant.scope(), formId);
    }

    /** That the investigator's signature on a form is missing, in the reader's words. */
    public String unsigned(String form) {
        return said("unsigned", form);
    }

    /**
     * Refuses treatment at an event of one arm before all that comes before it.
     *
     * @throws GateIsClosed naming everything that is missing
     */
    public void requireOpen(Participant participant, EventDefinition event, List<String> unmet) {
        List<String> missing = waiting(participant, unmet);
        if (!missing.isEmpty()) {
            throw new GateIsClosed(participant.key(), event.name().shown(), missing);
        }
    }

    private static String said(String phrase, String... parts) {
        return Sentence.of(ROOM, phrase, (java.io.Serializable[]) parts).in(Language.ofReader());
    }
}
