package org.casebook.crossing;

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
import org.casebook.kernel.Actor;
import org.casebook.subject.Participant;

/** One record about the way of one participant to a later period; never changed. */
@Entity
@Table(schema = "edc", name = "crossing_step")
class CrossingStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "crossing_step")
    @SequenceGenerator(name = "crossing_step", schema = "edc", sequenceName = "crossing_step_seq", allocationSize = 50)
    private Long id;

    private String study;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "event_oid")
    private String event;

    @Enumerated(EnumType.STRING)
    private CrossingKind kind;

    private String said;

    @Column(name = "recorded_by")
    private String person;

    @Column(name = "recorded_by_name")
    private String personName;

    @Column(name = "recorded_at")
    private Instant at;

    protected CrossingStep() {}

    CrossingStep(Participant participant, String event, CrossingKind kind, String said) {
        this.study = participant.study();
        this.subject = participant.key();
        this.event = event;
        this.kind = kind;
        this.said = said;
    }

    CrossingStep by(Actor who, Instant when) {
        this.person = who.id();
        this.personName = who.fullName();
        this.at = when;
        return this;
    }

    String subject() {
        return subject;
    }

    CrossingLine toLine() {
        return new CrossingLine(kind, said, at, personName);
    }
}
