package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Shuts and opens: pushes the lock down to the participant and each of its forms, and tells it. */
@ApplicationScoped
class Latch {

    private static final String ROOM = "signature";

    @Inject
    private LockBook book;

    @Inject
    private StudyLocks locks;

    @Inject
    private Participants participants;

    @Inject
    private CaseBook casebook;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    void lock(Scope scope, String subject, String reason) {
        String why = needed(reason);
        Participant participant = participants.hold(scope, subject);
        if (participant.locked()) {
            throw new WrongLock(Sentence.of(ROOM, "lockedAlready", subject));
        }
        // a save that is under way ends first, so that the checklist speaks of what is locked
        casebook.holdAll(participant.scope(), subject);
        List<Blocker> blockers = book.subject(participant.scope(), subject).blockers();
        if (!blockers.isEmpty()) {
            throw StillOpen.subject(subject, blockers);
        }
        shut(participant, why);
    }

    void unlock(Scope scope, String subject, String reason) {
        String why = needed(reason);
        Participant participant = participants.hold(scope, subject);
        if (book.studyLocked(scope)) {
            throw new WrongLock(Sentence.of(ROOM, "unlockStudyFirst", subject));
        }
        if (!participant.locked()) {
            throw new WrongLock(Sentence.of(ROOM, "notLocked", subject));
        }
        participants.unlock(participant.scope(), subject);
        casebook.holdAll(participant.scope(), subject).forEach((form, locked) -> {
            if (locked) {
                casebook.unlock(participant.scope(), form, why);
            }
        });
        facts.fire(new LockChanged(participant.scope(), subject, false, why));
    }

    LockOverview requireStudyReady(Scope scope) {
        if (!scope.wholeStudy()) {
            throw new Invalid(Sentence.of("kernel", "wholeStudyLock"));
        }
        LockOverview overview = book.overview(scope);
        if (overview.studyLocked()) {
            throw new WrongLock(Sentence.of(ROOM, "studyLockedAlready"));
        }
        if (!overview.isReady()) {
            throw StillOpen.study(overview.blockers());
        }
        return overview;
    }

    void lockStudy(Scope scope, String reason) {
        String why = needed(reason);
        // from here on nobody is added, so that the checklist below is the whole list
        participants.closeEnrolment(scope);
        LockOverview overview = requireStudyReady(scope);
        overview.subjects().stream()
                .filter(subject -> !subject.locked())
                .forEach(subject -> lock(scope, subject.subject(), why));
        locks.add(new StudyLock(scope.study(), actor.get(), clock.instant(), why));
        facts.fire(new LockChanged(scope, null, true, why));
    }

    void unlockStudy(Scope scope, String reason) {
        String why = needed(reason);
        StudyLock lock = locks.find(scope).orElseThrow(() -> new WrongLock(Sentence.of(ROOM, "studyNotLocked")));
        locks.remove(lock);
        participants.reopenEnrolment(scope);
        facts.fire(new LockChanged(Scope.of(scope.study()), null, false, why));
    }

    private void shut(Participant participant, String why) {
        Scope place = participant.scope();
        casebook.holdAll(place, participant.key()).forEach((form, locked) -> {
            if (!locked) {
                casebook.lock(place, form, why);
            }
        });
        participants.lock(place, participant.key());
        facts.fire(new LockChanged(place, participant.key(), true, why));
    }

    static String needed(String reason) {
        return Words.needed(reason, Sentence.of(ROOM, "reasonMissing"));
    }
}
