package org.casebook.blinding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.kernel.Actor;

/** That a study was unblinded. No treatment is part of it. */
@Entity
@Table(schema = "edc", name = "study_unblinding")
class StudyUnblinding {

    @Id
    private String study;

    private String reason;

    @Column(name = "unblinded_by")
    private String person;

    @Column(name = "unblinded_by_name")
    private String personName;

    @Column(name = "unblinded_at")
    private Instant at;

    protected StudyUnblinding() {}

    StudyUnblinding(String study, String reason, Actor who, Instant at) {
        this.study = study;
        this.reason = reason;
        this.person = who.id();
        this.personName = who.fullName();
        this.at = at;
    }

    StudyUnblindedView toView() {
        return new StudyUnblindedView(at, personName, reason);
    }
}
