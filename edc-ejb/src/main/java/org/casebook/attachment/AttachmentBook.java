package org.casebook.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.casebook.capture.CaseBook;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.KeyWasUsed;
import org.casebook.capture.Saved;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;

/** Writes the row of a kept file and the item's new value, together or not at all. */
@ApplicationScoped
class AttachmentBook {

    @Inject
    private Attachments attachments;

    @Inject
    private DataCapture capture;

    @Inject
    private CaseBook caseBook;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    @Transactional
    Attached write(CaseFormView.Header form, Upload upload, KeptFile file) {
        if (form.id() > 0) {
            return written(form, upload, file);
        }
        DataCapture.Seat seat = new DataCapture.Seat(form.subject(), form.event(), form.form());
        return caseBook.begin(
                form.scope(), seat, id -> written(capture.open(form.scope(), id).header(), upload, file));
    }

    private Attached written(CaseFormView.Header form, Upload upload, KeptFile file) {
        Attachment held =
                attachments.ofKey(form.scope(), form.id(), upload.key()).orElse(null);
        if (held != null && !held.isOf(upload, file, actor.get())) {
            throw new KeyWasUsed(upload.item());
        }
        Attachment attachment = held == null ? added(form, upload, file) : held;
        AttachmentView view = attachment.toView();
        Saved saved = capture.attach(
                form.scope(),
                form.id(),
                new Entry(
                        upload.key(), upload.item(), view.text(), null, null, upload.itemRevision(), upload.reason()));
        if (held == null) {
            facts.fire(new FileAttached(view, saved.revision(), form.event(), upload.reason()));
        }
        return new Attached(view, saved);
    }

    private Attachment added(CaseFormView.Header form, Upload upload, KeptFile file) {
        Attachment attachment = new Attachment(form, upload, file, actor.get(), clock.instant());
        attachments.add(attachment);
        return attachment;
    }
}
