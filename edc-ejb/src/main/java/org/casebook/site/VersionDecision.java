package org.casebook.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.casebook.kernel.Scope;

/** One decision about the version in force at a site; written once. */
@Entity
@Table(name = "site_version")
public class VersionDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site_version")
    @SequenceGenerator(name = "site_version", sequenceName = "site_version_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "version_id")
    private long versionId;

    @Column(name = "from_date")
    private LocalDate from;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected VersionDecision() {}

    VersionDecision(Scope place, VersionPlan.Step step, Instant at) {
        this.study = place.study();
        this.site = place.site();
        this.versionId = step.versionId();
        this.from = step.from();
        this.decidedAt = at;
    }

    String site() {
        return site;
    }

    VersionPlan.Step step() {
        return new VersionPlan.Step(versionId, from);
    }
}
