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

/** One version of the consent text as one site uses it. */
@Entity
@Table(name = "consent_text")
public class ConsentText {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_text")
    @SequenceGenerator(name = "consent_text", sequenceName = "consent_text_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;
    private String label;

    @Column(name = "in_force_from")
    private LocalDate begins;

    private boolean again;
    private String person;
    private Instant at;

    protected ConsentText() {}

    ConsentText(Scope place, TextInForce text, String person, Instant at) {
        this.study = place.study();
        this.site = place.site();
        this.label = text.label();
        this.begins = text.from();
        this.again = text.again();
        this.person = person;
        this.at = at;
    }

    TextInForce toView() {
        return new TextInForce(site, label, begins, again);
    }
}
