package org.casebook.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.casebook.kernel.Scope;

/** A participant consented to a later text; it may have been taken back as a slip. */
@Entity
@Table(name = "consent_given")
public class GivenConsent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_given")
    @SequenceGenerator(name = "consent_given", sequenceName = "consent_given_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    private String label;

    /** The site whose text it was; the database keeps it when the participant goes elsewhere. */
    @Column(name = "text_site", insertable = false, updatable = false)
    private String textSite;

    @Column(name = "on_date")
    private LocalDate day;

    private String before;
    private String person;
    private Instant at;

    @Column(name = "back_at")
    private Instant backAt;

    @Column(name = "back_reason")
    private String backReason;

    protected GivenConsent() {}

    GivenConsent(Scope place, String subject, NewConsent given, String person, Instant at) {
        this.study = place.study();
        this.site = place.site();
        this.subject = subject;
        this.label = given.label();
        this.day = given.on();
        this.before = given.before();
        this.person = person;
        this.at = at;
    }

    void takeBack(String reason, Instant when) {
        backAt = when;
        backReason = reason;
    }

    boolean holds() {
        return backAt == null;
    }

    String subject() {
        return subject;
    }

    /** Whether it was to a text of the site where the participant is now. */
    boolean isToTextOfHere() {
        return textSite == null || textSite.equals(site);
    }

    ConsentLine toLine() {
        return new ConsentLine(label, day, before, person, at, backReason);
    }
}
