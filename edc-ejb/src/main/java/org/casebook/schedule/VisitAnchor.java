package org.casebook.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.casebook.kernel.Scope;

/** The date of an item that windows count from, as captured; the item's own history is in the trail. */
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

    protected VisitAnchor() {}

    VisitAnchor(Scope place, String subject, Anchor anchor) {
        this.study = place.study();
        this.site = place.site();
        this.subject = subject;
        this.event = anchor.event();
        this.form = anchor.form();
        this.item = anchor.item();
    }

    void moveTo(LocalDate to) {
        date = to;
    }

    String subject() {
        return subject;
    }

    Anchor anchor() {
        return new Anchor(event, form, item);
    }

    LocalDate date() {
        return date;
    }
}
