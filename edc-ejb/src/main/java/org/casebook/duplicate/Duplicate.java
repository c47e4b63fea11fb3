package org.casebook.duplicate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** Two participants of one study that look like one person, and what was decided about them. */
@Entity
@Table(schema = "edc", name = "duplicate")
public class Duplicate {

    @Id
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "other_site")
    private String otherSite;

    @Column(name = "other_key")
    private String other;

    @Enumerated(EnumType.STRING)
    private DuplicateState state;

    @Column(name = "noticed_at")
    private Instant noticedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    @Version
    private long revision;

    protected Duplicate() {}

    /**
     * Their items say the same. What somebody decided of them stands.
     *
     * @return whether that is news
     */
    boolean notice(Instant at) {
        if (state != DuplicateState.TAKEN_BACK) {
            return false;
        }
        state = DuplicateState.SUSPECTED;
        noticedAt = at;
        return true;
    }

    /**
     * Their items tell them apart, or they are linked. What somebody decided of them stands.
     *
     * @return whether that is news
     */
    boolean takeBack() {
        if (state != DuplicateState.SUSPECTED) {
            return false;
        }
        state = DuplicateState.TAKEN_BACK;
        return true;
    }

    /**
     * Somebody decides, or decides otherwise than before.
     *
     * @param wanted SAME or DIFFERENT
     */
    void decide(DuplicateState wanted, String why, String person, Instant at) {
        if (wanted != DuplicateState.SAME && wanted != DuplicateState.DIFFERENT) {
            throw new Invalid(Sentence.of("duplicate", "noDecision"));
        }
        if (state == wanted) {
            throw new Invalid(Sentence.of("duplicate", "decidedAlready"));
        }
        if (state == DuplicateState.TAKEN_BACK) {
            throw new Invalid(Sentence.of("duplicate", "noDuplicate"));
        }
        state = wanted;
        reason = why;
        decidedBy = person;
        decidedAt = at;
    }

    long id() {
        return id;
    }

    DuplicateState state() {
        return state;
    }

    /** The two, in the order in which they were noticed. */
    DuplicateView.Person one() {
        return new DuplicateView.Person(site, subject);
    }

    DuplicateView.Person two() {
        return new DuplicateView.Person(otherSite, other);
    }

    boolean isAcrossSites() {
        return !site.equals(otherSite);
    }

    Scope placeOf(DuplicateView.Person person) {
        return Scope.of(study, person.site());
    }

    String study() {
        return study;
    }

    Instant noticedAt() {
        return noticedAt;
    }

    /** What was decided; null before. */
    DuplicateView.Decision decision() {
        return decidedAt == null ? null : new DuplicateView.Decision(decidedBy, decidedAt, reason);
    }
}
