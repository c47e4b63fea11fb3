package org.casebook.signature;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;

/** A person's signature on one form as it stood; any change after it breaks it for good. */
@Entity
@Table(schema = "edc", name = "signature")
class Signature {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signature")
    @SequenceGenerator(name = "signature", schema = "edc", sequenceName = "signature_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "form_id")
    private long formId;

    @Column(name = "form_revision")
    private long formRevision;

    @Column(name = "version_id")
    private long versionId;

    private String sha256;

    /** The sentence itself, so that it reads for ever as it was signed. */
    private String meaning;

    private String signer;

    @Column(name = "signer_name")
    private String signerName;

    private String username;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "request_id")
    private long requestId;

    @Column(name = "broken_at")
    private Instant brokenAt;

    @Column(name = "broken_by")
    private String brokenBy;

    @Version
    private int version;

    protected Signature() {}

    Signature(SigningRequest request, FormState form, String sha256, Actor signer, Instant at) {
        this.study = form.study();
        this.site = form.site();
        this.subject = form.subject();
        this.formId = form.id();
        this.formRevision = form.revision();
        this.versionId = form.versionId();
        this.sha256 = sha256;
        this.meaning = request.meaning().sentence();
        this.signer = signer.id();
        this.signerName = signer.fullName();
        this.username = signer.username();
        this.signedAt = at;
        this.requestId = request.id();
    }

    /**
     * A change of what was signed; further changes are added to the list.
     *
     * @param what the change in words, one line
     * @return whether it held until now
     */
    boolean breakBy(String what, Instant at) {
        boolean held = brokenAt == null;
        if (held) {
            brokenAt = at;
        }
        brokenBy = held ? what : brokenBy + "\n" + what;
        return held;
    }

    boolean holds() {
        return brokenAt == null;
    }

    String subject() {
        return subject;
    }

    /** The study version by which the form was read when it was signed. */
    long versionId() {
        return versionId;
    }

    long formId() {
        return formId;
    }

    SignatureView view() {
        return new SignatureView(
                id == null ? 0 : id,
                formId,
                formRevision,
                subject,
                signerName,
                username,
                signedAt,
                meaning,
                sha256,
                brokenAt,
                brokenBy);
    }
}
