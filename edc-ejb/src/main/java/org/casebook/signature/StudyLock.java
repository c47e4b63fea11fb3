package org.casebook.signature;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.kernel.Actor;

/** The lock of a whole study; while the row is there, the study is locked. */
@Entity
@Table(schema = "edc", name = "study_lock")
class StudyLock {

    @Id
    private String study;

    @Column(name = "locked_by")
    private String lockedBy;

    @Column(name = "locked_name")
    private String lockedName;

    @Column(name = "locked_at")
    private Instant lockedAt;

    private String reason;

    protected StudyLock() {}

    StudyLock(String study, Actor who, Instant at, String reason) {
        this.study = study;
        this.lockedBy = who.id();
        this.lockedName = who.fullName();
        this.lockedAt = at;
        this.reason = reason;
    }

    LockOverview.Locked view() {
        return new LockOverview.Locked(lockedName, lockedAt, reason);
    }
}
