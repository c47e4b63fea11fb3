package org.casebook.web.signature;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.kernel.Permission;
import org.casebook.signature.Blocker;
import org.casebook.signature.LockOverview;
import org.casebook.signature.Locking;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** What still blocks the lock, each a click away; and the locks themselves. */
@Named
@RequestScoped
public class LockPage {

    /** How many things of one kind are open. */
    public record Count(String label, long number) {}

    @Inject
    private Locking locking;

    @Inject
    private Shell shell;

    private LockOverview overview;

    public LockOverview getOverview() {
        if (overview == null) {
            overview = locking.overview(shell.scope());
        }
        return overview;
    }

    public List<LockOverview.SubjectLock> getSubjects() {
        return getOverview().subjects();
    }

    public boolean isFilled() {
        return !getSubjects().isEmpty();
    }

    public int getSubjectCount() {
        return getSubjects().size();
    }

    /** The kinds of blockers that there are, in the order in which they are best worked off. */
    public List<Count> getCounts() {
        Map<Blocker.Kind, Long> counts =
                getOverview().blockers().stream().collect(Collectors.groupingBy(Blocker::kind, Collectors.counting()));
        return Arrays.stream(Blocker.Kind.values())
                .filter(counts::containsKey)
                .map(kind -> new Count(Words.of("signature", "kind" + kind.name()), counts.get(kind)))
                .toList();
    }

    public boolean isLockable() {
        return shell.may(Permission.LOCK);
    }

    /** Whether the study can be locked from here now: for the whole study only. */
    public boolean isStudyLockable() {
        return isLockable() && shell.scope().wholeStudy() && getOverview().isReady() && getSubjectCount() > 0;
    }

    public boolean isStudyUnlockable() {
        return isLockable() && getOverview().studyLocked();
    }

    public String getLockedText() {
        LockOverview.Locked locked = getOverview().locked();
        return Words.of("signature", "studyLockedBy", locked.by(), Times.text(locked.at()), locked.reason());
    }

    public boolean subjectLockable(LockOverview.SubjectLock row) {
        return isLockable() && row.isReady();
    }

    public boolean subjectUnlockable(LockOverview.SubjectLock row) {
        return isLockable() && row.locked() && !getOverview().studyLocked();
    }

    public boolean blocked(LockOverview.SubjectLock row) {
        return !row.blockers().isEmpty();
    }

    public String state(LockOverview.SubjectLock row) {
        if (row.locked()) {
            return "LOCKED";
        }
        return row.isReady() ? "READY" : "BLOCKED";
    }

    public String blockedText(LockOverview.SubjectLock row) {
        return Words.of("signature", "blockers", row.blockers().size());
    }

    /** Where the blocker is settled: its form, else the participant. */
    public String link(Blocker blocker) {
        String query = shell.getQuery();
        return blocker.formId() == null
                ? "/subject/subject.xhtml?" + query + "&subject=" + blocker.subject()
                : "/capture/case-form.xhtml?" + query + "&form=" + blocker.formId();
    }
}
