package org.casebook.web.dataset;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.dataset.DatasetRelease;
import org.casebook.dataset.Datasets;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.signature.LockOverview;
import org.casebook.signature.Locking;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Whether there can be a dataset, and those that there are. */
@Named
@RequestScoped
public class DatasetsPage {

    private static final int KIB = 1024;

    @Inject
    private Datasets datasets;

    @Inject
    private Locking locking;

    @Inject
    private Shell shell;

    private List<DatasetRelease> releases;
    private LockOverview lock;

    public List<DatasetRelease> getReleases() {
        if (releases == null) {
            releases = datasets.list(study());
        }
        return releases;
    }

    public boolean isReleased() {
        return !getReleases().isEmpty();
    }

    public boolean isUnreleased() {
        return !isReleased();
    }

    public boolean isLocked() {
        return lock().studyLocked();
    }

    public boolean isOpen() {
        return !isLocked();
    }

    /** Whether this person can release now; the door judges again. */
    public boolean isReleasable() {
        return (isLocked() || shell.scope().isCopy()) && isDownloadable();
    }

    public boolean isDownloadable() {
        return shell.may(Permission.DOWNLOAD_DATASET) && shell.scope().wholeStudy();
    }

    public String getLockText() {
        LockOverview.Locked locked = lock().locked();
        if (locked != null) {
            return Words.of("dataset", "lockedBy", locked.by(), Times.text(locked.at()), locked.reason());
        }
        int open = lock().blockers().size();
        return open == 0 ? Words.of("dataset", "nothingBlocks") : Words.of("dataset", "stillBlocks", open);
    }

    public String time(DatasetRelease release) {
        return Times.text(release.releasedAt());
    }

    public String lockTime(DatasetRelease release) {
        return Times.text(release.lockedAt());
    }

    public String size(DatasetRelease release) {
        return Words.of("dataset", "kilobytes", Math.max(1, release.size() / KIB));
    }

    public String link(DatasetRelease release) {
        return "/entry/datasets/" + release.id() + "/zip?" + shell.getQuery();
    }

    private LockOverview lock() {
        if (lock == null) {
            lock = locking.overview(study());
        }
        return lock;
    }

    private Scope study() {
        return shell.scope();
    }
}
