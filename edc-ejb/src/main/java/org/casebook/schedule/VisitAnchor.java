package org.casebook.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebook.kernel.Scope;

/** What an item tells that windows count from or are judged by, as captured; the item's own history is in the trail. */
@Entity
@Table(name = "visit_anchor")
public class VisitAnchor {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_anchor")
    @SequenceGenerator(name = "visit_anchor", sequenceName = "visit_anchor_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "event_oid")
    private String event;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "item_oid")
    private String item;

    @Column(name = "anchor_date")
    private LocalDate date;

    @Column(name = "anchor_time")
    private LocalTime time;

    protected VisitAnchor() {}

    VisitAnchor(Scope place, String subject, Anchor anchor) {
        this.study = place.study();
        this.site = place.site();
        this.subject = subject;
        this.event = anchor.event();
        this.form = anchor.form();
        this.item = anchor.item();
    }

    void moveTo(Captured to) {
        date = to.date();
        time = to.time();
    }

    String subject() {
        return subject;
    }

    Anchor anchor() {
        return new Anchor(event, form, item);
    }

    Captured told() {
        return new Captured(date, time);
    }
}
