package org.casebook.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebook.capture.CaseFormView;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;

/** One file at one item of one form; written once and never changed. */
@Entity
@Table(schema = "edc", name = "attachment")
class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment")
    @SequenceGenerator(name = "attachment", schema = "edc", sequenceName = "attachment_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "form_id")
    private long formId;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "item_oid")
    private String item;

    @Column(name = "request_key")
    private String key;

    @Column(name = "file_name")
    private String name;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    @Column(name = "size_bytes")
    private long size;

    private String sha256;

    @Column(name = "stored_at")
    private Instant storedAt;

    @Column(name = "stored_by")
    private String storedBy;

    @Column(name = "stored_name")
    private String storedName;

    protected Attachment() {}

    Attachment(CaseFormView.Header form, Upload upload, KeptFile file, Actor who, Instant at) {
        this.study = form.scope().study();
        this.site = form.scope().site();
        this.subject = form.subject();
        this.formId = form.id();
        this.form = form.form();
        this.item = upload.item();
        this.key = upload.key();
        this.name = upload.name();
        this.kind = file.kind();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.storedAt = at;
        this.storedBy = who.id();
        this.storedName = who.fullName();
    }

    /** Whether the upload brings this very file again, by the same person. */
    boolean isOf(Upload upload, KeptFile file, Actor who) {
        return item.equals(upload.item())
                && name.equals(upload.name())
                && sha256.equals(file.sha256())
                && storedBy.equals(who.id());
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    AttachmentView toView() {
        return new AttachmentView(
                id, scope(), subject, formId, form, item, name, kind, size, sha256, storedAt, storedName);
    }
}
