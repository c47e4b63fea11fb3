package org.casebook.unblinding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.kernel.Actor;
import org.casebook.subject.Participant;

/** That one participant's treatment was made known to its own site, as planned. The treatment is not part of it. */
@Entity
@Table(schema = "edc", name = "planned_unblinding")
class PlannedUnblinding {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "planned_unblinding")
    @SequenceGenerator(
            name = "planned_unblinding",
            schema = "edc",
            sequenceName = "planned_unblinding_seq",
            allocationSize = 50)
    private Long id;

    private String study;

    @Column(name = "subject_key")
    private String subject;

    private String number;

    @Column(name = "event_oid")
    private String event;

    /** Why before the visit took place; null where it did. */
    private String reason;

    @Column(name = "unblinded_by")
    private String person;

    @Column(name = "unblinded_by_name")
    private String personName;

    @Column(name = "unblinded_at")
    private Instant at;

    protected PlannedUnblinding() {}

    PlannedUnblinding(Participant participant, String event, String reason, Actor who, Instant at) {
        this.study = participant.study();
        this.subject = participant.key();
        this.number = participant.randomization().number();
        this.event = event;
        this.reason = reason;
        this.person = who.id();
        this.personName = who.fullName();
        this.at = at;
    }

    String subject() {
        return subject;
    }

    UnblindedView toView() {
        return new UnblindedView(subject, number, at, personName, reason);
    }
}
