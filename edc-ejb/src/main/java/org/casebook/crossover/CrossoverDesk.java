package org.casebook.crossover;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebook.capture.CaseBook;
import org.casebook.crossing.CrossingKind;
import org.casebook.crossing.Crossings;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.unblinding.Unblindings;

/** The way of participants whose treatment is known to the treatment of a later period. */
@Stateless
public class CrossoverDesk {

    private static final String ROOM = "crossover";

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private Unblindings unblindings;

    @Inject
    private Crossings crossings;

    @Inject
    private CaseBook casebook;

    /**
     * How the participant stands before the later period, and what is still missing.
     *
     * @throws Invalid while the treatment is not known
     */
    @Allowed(Permission.VIEW_UNBLINDED)
    public CrossoverView get(Scope scope, String subject) {
        return view(participants.get(scope, subject));
    }

    /**
     * Records that the treatment was prepared.
     *
     * @param label of the bag or vial; never blank
     * @throws Invalid while the treatment is not known, and for whoever does not cross over
     */
    @Allowed(Permission.RECORD_PREPARATION)
    public CrossoverView prepare(Scope scope, String subject, String label) {
        String said = Words.needed(label, Sentence.of(ROOM, "labelMissing"));
        return record(scope, subject, CrossingKind.PREPARED, said);
    }

    /** Records that the participant does not cross over, with the reason; the visits of the later period fall away. */
    @Allowed(Permission.ENROL)
    public CrossoverView refuse(Scope scope, String subject, String reason) {
        String why = Words.needed(reason, Sentence.of(ROOM, "whyRefused"));
        if (isRefusing(participants.get(scope, subject))) {
            throw new Invalid(Sentence.of(ROOM, "refusedAlready", subject));
        }
        return record(scope, subject, CrossingKind.REFUSED, why);
    }

    /** Takes the refusal back, with the reason. */
    @Allowed(Permission.ENROL)
    public CrossoverView resume(Scope scope, String subject, String reason) {
        String why = Words.needed(reason, Sentence.of(ROOM, "whyResumed"));
        if (!isRefusing(participants.get(scope, subject))) {
            throw new Invalid(Sentence.of(ROOM, "notRefused", subject));
        }
        return record(scope, subject, CrossingKind.RESUMED, why);
    }

    private CrossoverView record(Scope scope, String subject, CrossingKind kind, String text) {
        participants.hold(scope, subject);
        Participant participant = participants.requireOpen(scope, subject);
        EventDefinition event =
                treatmentEvent(participant).orElseThrow(() -> new Invalid(Sentence.of(ROOM, "noCrossover", subject)));
        crossings.record(participant, event.oid(), kind, text);
        return view(participant);
    }

    private CrossoverView view(Participant participant) {
        return treatmentEvent(participant)
                .map(event -> view(participant, event))
                .orElseGet(() -> new CrossoverView(false, null, null, List.of(), false, false, List.of()));
    }

    private CrossoverView view(Participant participant, EventDefinition event) {
        boolean given = casebook.isTreated(participant, event);
        return new CrossoverView(
                true,
                event.oid(),
                event.name().shown(),
                given ? List.of() : crossings.waiting(participant, casebook.gateOf(participant, event)),
                given,
                isRefusing(participant),
                crossings.list(participant));
    }

    private boolean isRefusing(Participant participant) {
        return !crossings
                .refusing(participant.study(), Set.of(participant.key()))
                .isEmpty();
    }

    /** The event of the participant's own arm at which treatment is given. */
    private Optional<EventDefinition> treatmentEvent(Participant participant) {
        String arm = unblindings.armKnown(participant);
        if (arm == null) {
            throw new Invalid(Sentence.of(ROOM, "notKnown", participant.key()));
        }
        StudyDefinition study = definitions.get(participant.versionId());
        return study.eventsOfOneArm().stream()
                .filter(event -> event.isFor(arm))
                .filter(event -> event.forms().stream()
                        .anyMatch(ref -> study.form(ref.formOid()).purpose() == Purpose.TREATMENT))
                .findFirst();
    }
}
