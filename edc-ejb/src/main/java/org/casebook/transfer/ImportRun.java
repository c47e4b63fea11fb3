package org.casebook.transfer;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;
import org.casebook.transfer.ImportReport.State;

/** One file of clinical data: as it came, what it meant when it was looked at, and whether it was taken. */
@Entity
@Table(name = "import_run")
public class ImportRun {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_run")
    @SequenceGenerator(name = "import_run", sequenceName = "import_run_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "file_name")
    private String fileName;

    private String sha256;
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private State state;

    private String outcome;

    @Column(name = "looked_at")
    private Instant lookedAt;

    @Column(name = "looked_by")
    private String lookedBy;

    @Column(name = "taken_at")
    private Instant takenAt;

    @Column(name = "taken_by")
    private String takenBy;

    private String reason;

    @Version
    private long revision;

    protected ImportRun() {}

    ImportRun(Scope scope, String fileName, String sha256, byte[] content) {
        this.study = scope.study();
        this.site = scope.site();
        this.fileName = fileName;
        this.sha256 = sha256;
        this.content = content.clone();
    }

    /** Keeps what the file means at this time. */
    void lookedAt(ImportOutcome found, Actor who, Instant at) {
        state = State.LOOKED_AT;
        outcome = JSON.toJson(found);
        lookedAt = at;
        lookedBy = who.fullName();
    }

    /**
     * Keeps that it was taken.
     *
     * @param came what came of it
     * @param why null where nothing that was there changed
     */
    void taken(ImportOutcome came, Actor who, String why, Instant at) {
        state = State.TAKEN;
        outcome = JSON.toJson(came);
        takenAt = at;
        takenBy = who.fullName();
        reason = why;
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    byte[] content() {
        return content.clone();
    }

    ImportReport report() {
        return new ImportReport(
                id,
                study,
                site,
                fileName,
                sha256,
                state,
                lookedAt,
                lookedBy,
                takenAt,
                takenBy,
                reason,
                JSON.fromJson(outcome, ImportOutcome.class));
    }
}
