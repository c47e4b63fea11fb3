package org.casebook.signature;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;

/** What a person is about to sign, as it was shown to him before he was asked for his password. */
@Entity
@Table(schema = "edc", name = "signing_request")
class SigningRequest {

    /** A request is signed by once; a refused one stays pending and its confirmation is spent. */
    enum State {
        PENDING,
        SIGNED
    }

    /** One form of the batch. */
    @Embeddable
    static class Shown {

        @Column(name = "form_id")
        private long formId;

        private long revision;
        private String sha256;

        protected Shown() {}

        Shown(long formId, long revision, String sha256) {
            this.formId = formId;
            this.revision = revision;
            this.sha256 = sha256;
        }

        long formId() {
            return formId;
        }

        /** Whether the form still is what was shown. */
        boolean matches(long revisionNow, String sha256Now) {
            return revision == revisionNow && sha256.equals(sha256Now);
        }

        String sha256() {
            return sha256;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signing_request")
    @SequenceGenerator(
            name = "signing_request",
            schema = "edc",
            sequenceName = "signing_request_seq",
            allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Enumerated(EnumType.STRING)
    private Meaning meaning;

    private String signer;

    @Column(name = "signer_name")
    private String signerName;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(schema = "edc", name = "signing_request_form", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "n")
    private List<Shown> forms = new ArrayList<>();

    protected SigningRequest() {}

    SigningRequest(Scope scope, Meaning meaning, Actor signer, List<Shown> forms, Instant at) {
        this.study = scope.study();
        this.site = scope.site();
        this.meaning = meaning;
        this.signer = signer.id();
        this.signerName = signer.fullName();
        this.requestedAt = at;
        this.state = State.PENDING;
        this.forms.addAll(forms);
    }

    /**
     * Takes the request to sign by it; it cannot be taken again.
     *
     * @throws SigningRefused when it was used before, or belongs to somebody else
     */
    void use(Actor who) {
        if (state != State.PENDING) {
            throw SigningRefused.used();
        }
        if (!signer.equals(who.id())) {
            throw SigningRefused.otherPerson(signerName);
        }
        state = State.SIGNED;
    }

    /** 0 until it is stored. */
    long id() {
        return id == null ? 0 : id;
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    Meaning meaning() {
        return meaning;
    }

    List<Shown> forms() {
        return List.copyOf(forms);
    }
}
