package org.casebook.schedule;

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
import java.time.LocalDate;
import org.casebook.kernel.Scope;

/** What is recorded about one event of one participant. */
@Entity
@Table(name = "visit")
public class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit")
    @SequenceGenerator(name = "visit", sequenceName = "visit_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "event_oid")
    private String event;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    @Column(name = "visit_date")
    private LocalDate date;

    private String reason;

    @Version
    private long revision;

    protected Visit() {}

    Visit(Scope place, String subject, String event) {
        this.study = place.study();
        this.site = place.site();
        this.subject = subject;
        this.event = event;
        this.status = VisitStatus.PLANNED;
    }

    /** It took place on this date. */
    void tookPlace(LocalDate on, String why) {
        status = VisitStatus.DONE;
        date = on;
        reason = why;
    }

    void notDone(String why) {
        status = VisitStatus.NOT_DONE;
        date = null;
        reason = why;
    }

    /** Takes back what was recorded; the visit is open again. */
    void planAgain() {
        status = VisitStatus.PLANNED;
        date = null;
        reason = null;
    }

    String subject() {
        return subject;
    }

    RecordedVisit view() {
        return new RecordedVisit(event, status, date, reason);
    }
}
