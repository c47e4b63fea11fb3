package org.casebook.subject;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Scope;

/** One participant of one study, with the gate before randomisation. A locked participant refuses every change. */
@Entity
@Table(name = "subject")
public class Subject {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subject")
    @SequenceGenerator(name = "subject", sequenceName = "subject_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String key;

    @Enumerated(EnumType.STRING)
    private SubjectStatus status;

    @Column(name = "version_id")
    private long versionId;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "consent_date")
    private LocalDate consentDate;

    @Convert(converter = Criteria.class)
    private List<CriterionResult> criteria = List.of();

    /** Code of each item that decides about the allocation, by its name. */
    @ElementCollection
    @CollectionTable(name = "subject_stratum", joinColumns = @JoinColumn(name = "subject_id"))
    @MapKeyColumn(name = "item")
    @Column(name = "code")
    private Map<String, String> strata = new HashMap<>();

    /** Null while eligibility was never signed: JPA makes nothing of columns that are all empty. */
    @Embedded
    private EligibilitySeal seal;

    @Column(name = "randomization_number")
    private String randomizationNumber;

    @Column(name = "randomized_at")
    private Instant randomizedAt;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "ended_reason")
    private String endedReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawn_from")
    private WithdrawalScope withdrawnFrom;

    @Column(name = "treatment_stopped_on")
    private LocalDate treatmentStoppedOn;

    /** Day of the first treatment, as the forms say; null while none is recorded. */
    @Column(name = "treated_on")
    private LocalDate treatedOn;

    private boolean locked;

    @Version
    private long revision;

    protected Subject() {}

    /** A new participant in screening at a site. */
    Subject(Scope place, String key, long versionId, Instant addedAt) {
        this.study = place.study();
        this.site = place.site();
        this.key = key;
        this.versionId = versionId;
        this.addedAt = addedAt;
        this.status = SubjectStatus.SCREENING;
    }

    void requireOpen() {
        if (locked) {
            throw new SubjectIsLocked(key);
        }
    }

    void consent(LocalDate date) {
        requireOpen();
        consentDate = date;
    }

    void judge(List<CriterionResult> results) {
        requireOpen();
        criteria = List.copyOf(results);
    }

    void stratify(Map<String, String> codes) {
        requireOpen();
        strata.keySet().retainAll(codes.keySet());
        strata.putAll(codes);
    }

    Map<String, String> strata() {
        return Map.copyOf(strata);
    }

    void signEligibility(String signer, Instant at) {
        requireOpen();
        seal = new EligibilitySeal(signer, at);
    }

    /** Breaks the signature; nothing happens when there is none or it is broken already. */
    boolean breakEligibilitySignature(String what, Instant at) {
        return seal != null && seal.breakIt(what, at);
    }

    void randomize(String number, Instant at) {
        requireOpen();
        become(SubjectStatus.RANDOMIZED);
        randomizationNumber = number;
        randomizedAt = at;
    }

    /**
     * Takes a step that people decided on.
     *
     * @param from from what the participant withdraws; null where he does not
     */
    void step(SubjectStatus next, LocalDate on, String reason, WithdrawalScope from) {
        requireOpen();
        if (next != SubjectStatus.ON_TREATMENT || status != next) {
            become(next);
        }
        settle();
        withdrawnFrom = from == null ? withdrawnFrom : from;
        if (next == SubjectStatus.TREATMENT_STOPPED) {
            treatmentStoppedOn = on;
        }
        if (next.isEnd()) {
            endedOn = endedOn == null ? on : endedOn;
            endedReason = reason;
        }
    }

    /** Goes back to where the system itself put the participant, before any step that people decided on. */
    void forgetSteps() {
        requireOpen();
        status = randomizedAt == null ? SubjectStatus.SCREENING : SubjectStatus.RANDOMIZED;
        withdrawnFrom = null;
        treatmentStoppedOn = null;
        endedOn = null;
        endedReason = null;
        settle();
    }

    /**
     * Records when treatment was first given; who takes part is on treatment from then on without anybody's step.
     *
     * @param date null: none is recorded (any more)
     */
    void treat(LocalDate date) {
        requireOpen();
        treatedOn = date;
    }

    private void settle() {
        if (treatedOn != null && status.mayBecome(SubjectStatus.ON_TREATMENT)) {
            status = SubjectStatus.ON_TREATMENT;
        }
    }

    /** Goes to another site; the database lets nobody go without a record of it. */
    void move(String number) {
        requireOpen();
        site = number;
    }

    void lock() {
        locked = true;
    }

    void unlock() {
        locked = false;
    }

    private void become(SubjectStatus next) {
        if (!status.mayBecome(next)) {
            throw new StatusDoesNotAllow(key, status, next);
        }
        status = next;
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    String key() {
        return key;
    }

    SubjectStatus status() {
        return status;
    }

    Gate gate() {
        return new Gate(consentDate, criteria, seal == null ? null : seal.view());
    }

    Participant view() {
        return new Participant(
                id, study, site, key, status, versionId, addedAt, gate(), randomized(), ended(), stopped(), locked);
    }

    private Participant.Randomized randomized() {
        return randomizedAt == null ? null : new Participant.Randomized(randomizationNumber, randomizedAt);
    }

    private Participant.Ended ended() {
        return status.isEnd() ? new Participant.Ended(endedOn, endedReason) : null;
    }

    private Participant.Stopped stopped() {
        boolean nothing = withdrawnFrom == null && treatmentStoppedOn == null;
        return nothing ? null : new Participant.Stopped(treatmentStoppedOn, withdrawnFrom);
    }
}
