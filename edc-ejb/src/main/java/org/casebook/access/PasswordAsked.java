package org.casebook.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.kernel.Scope;
import org.casebook.keycloak.Challenge;

/** What a person at the password page is about to do. */
@Entity
@Table(name = "step_up")
public class PasswordAsked {

    @Id
    private String state;

    private String person;
    private String study;
    private String site;
    private String nonce;
    private String verifier;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String purpose;
    private String payload;

    protected PasswordAsked() {}

    PasswordAsked(Challenge challenge, String person, Scope place, String purpose, String payload) {
        this.state = challenge.state();
        this.nonce = challenge.nonce();
        this.verifier = challenge.verifier();
        this.askedAt = challenge.askedAt();
        this.person = person;
        this.study = place.study();
        this.site = place.site();
        this.purpose = purpose;
        this.payload = payload;
    }

    Challenge challenge() {
        return new Challenge(state, nonce, verifier, askedAt);
    }

    boolean askedOf(String who) {
        return person.equals(who);
    }

    String person() {
        return person;
    }

    Scope place() {
        return Scope.of(study, site);
    }

    String purpose() {
        return purpose;
    }

    String payload() {
        return payload;
    }
}
