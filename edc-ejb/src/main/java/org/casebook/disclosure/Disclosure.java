package org.casebook.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.blinding.Blinding;
import org.casebook.blinding.StudyUnblindedView;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.randomization.Treatments;
import org.casebook.signature.LockBook;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Whether a study may be unblinded, and what is known from then on, for this room and later ones. Whoever calls has passed a door. */
@ApplicationScoped
public class Disclosure {

    private static final String ROOM = "disclosure";

    @Inject
    private Blinding blinding;

    @Inject
    private LockBook locks;

    @Inject
    private Participants participants;

    @Inject
    private Treatments treatments;

    /** Whether the treatments of a study are known. */
    public boolean unblinded(Scope scope) {
        return blinding.unblinded(scope).isPresent();
    }

    /**
     * What each randomised participant of the place received, by screening number.
     *
     * @throws Invalid before the study was unblinded
     */
    public List<TreatmentLine> treatments(Scope scope) {
        if (!unblinded(scope)) {
            throw new Invalid(Sentence.of(ROOM, "blinded", scope.study()));
        }
        return participants.list(scope).stream()
                .filter(Participant::randomized)
                .map(participant -> TreatmentLine.of(participant, treatments.of(participant)))
                .toList();
    }

    StudyUnblindingView state(Scope scope) {
        StudyUnblindedView done = blinding.unblinded(scope).orElse(null);
        Sentence hindrance = done == null ? hindrance(scope) : null;
        return new StudyUnblindingView(hindrance == null ? null : hindrance.in(Language.ofReader()), done);
    }

    /** The reason, once the study may be unblinded. */
    String settle(Scope study, String reason) {
        if (!study.wholeStudy()) {
            throw new Invalid(Sentence.of(ROOM, "wholeStudy"));
        }
        StudyUnblindedView done = blinding.unblinded(study).orElse(null);
        if (done != null) {
            throw new Invalid(
                    Sentence.of(ROOM, "already", study.study(), done.at().toString(), done.by()));
        }
        Sentence hindrance = hindrance(study);
        if (hindrance != null) {
            throw new Invalid(hindrance);
        }
        return Words.needed(reason, Sentence.of(ROOM, "reasonMissing"));
    }

    /** Judges for the last time, in the transaction that does it: two at once do it once, and nobody opens the lock meanwhile. */
    void unblind(Scope study, String reason) {
        if (!locks.holdStudy(study)) {
            throw new Invalid(notLocked(study));
        }
        blinding.unblind(study, settle(study, reason));
    }

    private Sentence hindrance(Scope scope) {
        return locks.studyLocked(scope) ? null : notLocked(scope);
    }

    private static Sentence notLocked(Scope scope) {
        return Sentence.of(ROOM, "notLocked", scope.study());
    }
}
