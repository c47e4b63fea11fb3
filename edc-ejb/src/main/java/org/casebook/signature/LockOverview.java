package org.casebook.signature;

import java.time.Instant;
import java.util.List;
import org.casebook.subject.SubjectStatus;

/**
 * How far a study is from its lock.
 *
 * @param locked who locked the study, when and why; null while it is open
 * @param subjects each participant of the place with what still blocks it
 */
public record LockOverview(Locked locked, List<SubjectLock> subjects) {

    public LockOverview {
        subjects = List.copyOf(subjects);
    }

    /** Who locked it, when and why. */
    public record Locked(String by, Instant at, String reason) {}

    /**
     * One participant.
     *
     * @param blockers what still keeps it from being locked; empty for a locked one
     */
    public record SubjectLock(
            String site, String subject, SubjectStatus status, boolean locked, List<Blocker> blockers) {

        public SubjectLock {
            blockers = List.copyOf(blockers);
        }

        /** Whether it can be locked now. */
        public boolean isReady() {
            return !locked && blockers.isEmpty();
        }
    }

    public boolean studyLocked() {
        return locked != null;
    }

    public List<Blocker> blockers() {
        return subjects.stream().flatMap(subject -> subject.blockers().stream()).toList();
    }

    public long lockedCount() {
        return subjects.stream().filter(SubjectLock::locked).count();
    }

    /** Whether nothing stands against locking the study. */
    public boolean isReady() {
        return locked == null && blockers().isEmpty();
    }
}
