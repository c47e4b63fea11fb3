package org.casebook.acceptance;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebook.kernel.Actor;
import org.casebook.study.VersionView;

/** One run of the test participants of a version: what came of it, who ran it, who signed it. Its result never changes. */
@Entity
@Table(schema = "edc", name = "acceptance_run")
class AcceptanceRun {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "acceptance_run")
    @SequenceGenerator(
            name = "acceptance_run",
            schema = "edc",
            sequenceName = "acceptance_run_seq",
            allocationSize = 50)
    private Long id;

    private String study;

    @Column(name = "version_id")
    private long versionId;

    @Column(name = "version_oid")
    private String versionOid;

    @Column(name = "file_sha256")
    private String fileSha256;

    private String software;

    @Convert(converter = ResultColumn.class)
    private RunResult result;

    private boolean passed;

    @Column(name = "ran_at")
    private Instant ranAt;

    @Column(name = "ran_by")
    private String ranBy;

    @Column(name = "ran_name")
    private String ranName;

    private String signer;

    @Column(name = "signer_name")
    private String signerName;

    private String username;
    private String meaning;

    @Column(name = "signed_at")
    private Instant signedAt;

    private String sha256;
    private byte[] record;

    @Version
    private int revision;

    protected AcceptanceRun() {}

    AcceptanceRun(VersionView of, String software, RunResult result, Actor who, Instant at) {
        this.study = of.study();
        this.versionId = of.id();
        this.versionOid = of.oid();
        this.fileSha256 = of.sha256();
        this.software = software;
        this.result = result;
        this.passed = result.passed();
        this.ranAt = at;
        this.ranBy = who.id();
        this.ranName = who.fullName();
    }

    /**
     * Signs the run; once.
     *
     * @param sha256 of what is signed
     */
    void sign(Actor who, String meaning, String sha256, Instant at) {
        if (signedAt != null) {
            throw AcceptanceRefused.used();
        }
        this.signer = who.id();
        this.signerName = who.fullName();
        this.username = who.username();
        this.meaning = meaning;
        this.sha256 = sha256;
        this.signedAt = at;
    }

    /** Keeps the record of acceptance as it was made at release. */
    void keep(byte[] pdf) {
        this.record = pdf.clone();
    }

    /** The record of acceptance; null before release. */
    byte[] record() {
        return record == null ? null : record.clone();
    }

    long id() {
        return id == null ? 0 : id;
    }

    RunView view() {
        return new RunView(
                id(),
                study,
                versionId,
                versionOid,
                fileSha256,
                software,
                ranAt,
                ranName,
                passed,
                result,
                signedAt == null ? null : new RunView.Signed(signerName, username, signedAt, meaning, sha256));
    }
}
