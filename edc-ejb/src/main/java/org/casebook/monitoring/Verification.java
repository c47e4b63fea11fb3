package org.casebook.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;

/** A tick: this item, as it stood at this revision, agrees with its source. */
@Entity
@Table(schema = "edc", name = "verification")
class Verification {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "verification")
    @SequenceGenerator(name = "verification", schema = "edc", sequenceName = "verification_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "form_id")
    private long formId;

    @Column(name = "item_oid")
    private String item;

    @Column(name = "item_revision")
    private long itemRevision;

    @Column(name = "verified_by")
    private String verifiedBy;

    @Column(name = "verified_name")
    private String verifiedName;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private boolean lost;

    protected Verification() {}

    Verification(FormState form, String item, Actor monitor, Instant at) {
        this.study = form.study();
        this.site = form.site();
        this.subject = form.subject();
        this.formId = form.id();
        this.item = item;
        this.itemRevision = form.item(item).revision();
        this.verifiedBy = monitor.id();
        this.verifiedName = monitor.fullName();
        this.verifiedAt = at;
    }

    /** The monitor takes the tick back; it stays on record. */
    void takeBack(Instant at) {
        endedAt = at;
    }

    /** The item changed, so the tick no longer holds; it stays on record. */
    void lose(Instant at) {
        endedAt = at;
        lost = true;
    }

    long formId() {
        return formId;
    }

    String item() {
        return item;
    }

    /** Whether it holds for the item as it stands: a tick never speaks for a later value. */
    boolean holdsAt(long revision) {
        return endedAt == null && itemRevision == revision;
    }

    boolean isLost() {
        return lost;
    }

    String verifiedName() {
        return verifiedName;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }
}
