package org.casebook.signature;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import org.casebook.access.StepUps;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/**
 * Locking participants and the study, once nothing is open any more. What is locked refuses changes on every path, since
 * the lock is pushed down to the participant and to each of its forms.
 */
@Stateless
public class Locking {

    @Inject
    private LockBook book;

    @Inject
    private Latch latch;

    @Inject
    private StepUps stepUps;

    /** Each participant of the place with what still blocks its lock. */
    @Allowed(Permission.VIEW_DATA)
    public LockOverview overview(Scope scope) {
        return book.overview(scope);
    }

    /**
     * Locks one participant with all its forms.
     *
     * @param reason why now, never blank
     * @throws StillOpen when its checklist is not empty
     */
    @Allowed(Permission.LOCK)
    public void lockSubject(Scope scope, String subject, String reason) {
        latch.lock(scope, subject, reason);
    }

    /**
     * Opens a locked participant again; refused while the study is locked.
     *
     * @param reason why, never blank
     */
    @Allowed(Permission.LOCK)
    public void unlockSubject(Scope scope, String subject, String reason) {
        latch.unlock(scope, subject, reason);
    }

    /**
     * Asks for the password, then locks every participant that is not locked yet, and the study.
     *
     * @param scope the whole study
     * @return address of the password page
     * @throws StillOpen when the checklist of any participant is not empty
     */
    @Allowed(Permission.LOCK)
    public URI requestStudyLock(Scope scope, String reason) {
        latch.requireStudyReady(scope);
        return stepUps.begin(scope, ConfirmedStudyLock.PURPOSE, Latch.needed(reason));
    }

    /** Opens the study again; its participants stay locked until each is unlocked. */
    @Allowed(Permission.LOCK)
    public void unlockStudy(Scope scope, String reason) {
        latch.unlockStudy(scope, reason);
    }
}
