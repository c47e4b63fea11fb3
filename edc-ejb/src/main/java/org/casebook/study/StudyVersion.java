package org.casebook.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.StudyKey;

/** One version of a study: the file as it came, byte for byte, and whether it is released. The file never changes. */
@Entity
@Table(name = "study_version")
public class StudyVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "study_version")
    @SequenceGenerator(name = "study_version", sequenceName = "study_version_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String oid;
    private String name;

    @Enumerated(EnumType.STRING)
    private Status status;

    private byte[] content;
    private String sha256;

    @Column(name = "loaded_at")
    private Instant loadedAt;

    @Column(name = "released_at")
    private Instant releasedAt;

    /** Where a version stands. */
    public enum Status {
        /** Loaded without faults; sites cannot use it yet. */
        LOADED,
        /** Released: sites can follow it, and it never changes. */
        RELEASED
    }

    protected StudyVersion() {}

    StudyVersion(StudyKey of, StudyDefinition definition, byte[] content, String sha256, Instant at) {
        this.study = of.toString();
        this.oid = definition.versionOid();
        this.name = definition.versionName();
        this.status = Status.LOADED;
        this.content = content.clone();
        this.sha256 = sha256;
        this.loadedAt = at;
    }

    /** From now on sites can follow it. */
    void release(Instant at) {
        if (status == Status.RELEASED) {
            throw new VersionDoesNotAllow(Sentence.of("study", "releasedAlready", oid, study));
        }
        status = Status.RELEASED;
        releasedAt = at;
    }

    String study() {
        return study;
    }

    String sha256() {
        return sha256;
    }

    byte[] content() {
        return content.clone();
    }

    VersionView view() {
        return new VersionView(id, study, oid, name, status, sha256, loadedAt, releasedAt);
    }
}
