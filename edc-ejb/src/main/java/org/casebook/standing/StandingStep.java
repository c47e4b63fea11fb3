package org.casebook.standing;

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
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;

/** One step of a participation, which may have been taken back. */
@Entity
@Table(name = "standing_step")
public class StandingStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "standing_step")
    @SequenceGenerator(name = "standing_step", sequenceName = "standing_step_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Enumerated(EnumType.STRING)
    private SubjectStatus status;

    @Column(name = "on_date")
    private LocalDate day;

    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawn_from")
    private WithdrawalScope withdrawnFrom;

    private String criteria;
    private String person;
    private Instant at;

    @Column(name = "back_at")
    private Instant backAt;

    @Column(name = "back_person")
    private String backPerson;

    @Column(name = "back_reason")
    private String backReason;

    protected StandingStep() {}

    StandingStep(Scope place, String subject, Decision decision, String person, Instant at) {
        this.study = place.study();
        this.site = place.site();
        this.subject = subject;
        this.status = decision.status();
        this.day = decision.on();
        this.reason = decision.reason();
        this.withdrawnFrom = decision.from();
        this.criteria = String.join(" ", decision.criteria());
        this.person = person;
        this.at = at;
    }

    void takeBack(String why, String who, Instant when) {
        if (!holds()) {
            throw new Invalid(Sentence.of("standing", "takenBackAlready"));
        }
        backAt = when;
        backPerson = who;
        backReason = why;
    }

    boolean holds() {
        return backAt == null;
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    String subject() {
        return subject;
    }

    Participants.Step toStep() {
        return new Participants.Step(status, day, reason, withdrawnFrom);
    }

    StandingLine toLine() {
        StandingLine.TakenBack back =
                backAt == null ? null : new StandingLine.TakenBack(backAt, backPerson, backReason);
        List<String> numbers = criteria.isEmpty() ? List.of() : List.of(criteria.split(" "));
        return new StandingLine(status, day, reason, withdrawnFrom, numbers, person, at, back);
    }
}
