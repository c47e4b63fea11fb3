package org.casebook.attachment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/**
 * Attaching files to items, and taking them out again. Whoever may see the form may take its files; a file is never shown
 * here, only handed out.
 */
@Stateless
public class AttachmentDesk {

    @Inject
    private DataCapture capture;

    @Inject
    private Attachments attachments;

    @Inject
    private AttachmentBook book;

    @Inject
    private AttachmentFolder folder;

    @Inject
    private Event<Fact> facts;

    /**
     * A file on its way out.
     *
     * @param content found whole; to be closed by the caller
     */
    public record Handed(AttachmentView file, InputStream content) {}

    /**
     * Keeps a file and makes it the item's value, in place of the file that was there. It may arrive slowly: no transaction is
     * open while it does.
     *
     * @param content read once, to its end or to the largest size
     * @throws FileNotTaken when it is empty, too large, or of a kind that the item does not take
     * @throws Invalid when the item holds no files or the form cannot be changed by this person now
     */
    @Allowed(Permission.ENTER_DATA)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Attached attach(Scope scope, long formId, Upload upload, InputStream content) {
        return attach(capture.open(scope, formId), upload, content);
    }

    /** As {@link #attach}, at a seat: where no form was begun, the file begins it. */
    @Allowed(Permission.ENTER_DATA)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Attached attach(Scope scope, DataCapture.Seat seat, Upload upload, InputStream content) {
        return attach(capture.open(scope, seat), upload, content);
    }

    private Attached attach(CaseFormView form, Upload upload, InputStream content) {
        ItemDefinition.Attachment allowed = allowed(form, upload.item());
        if (!form.permits().correctable()) {
            throw new Invalid(Sentence.of("attachment", "closed", form.header().formName()));
        }
        KeptFile file = folder.store().keep(content, upload, allowed);
        return book.write(form.header(), upload, file);
    }

    /** All files that the item ever held, the newest first; the form says which of them it holds now, if any. */
    @Allowed(Permission.VIEW_DATA)
    public List<AttachmentView> list(Scope scope, long formId, String item) {
        CaseFormView.Item held = itemOf(capture.open(scope, formId), item);
        return attachments.ofItem(scope, formId, held.oid()).stream()
                .map(Attachment::toView)
                .toList();
    }

    /**
     * Hands out a file that the item holds or held; who took it is recorded.
     *
     * @throws FileIsDamaged when it is not what was attached
     */
    @Allowed(Permission.VIEW_DATA)
    public Handed take(Scope scope, long formId, String item, long id) {
        CaseFormView form = capture.open(scope, formId);
        CaseFormView.Item held = itemOf(form, item);
        AttachmentView file = attachments.get(scope, formId, held.oid(), id).toView();
        InputStream content = folder.store().open(file.sha256(), file.text());
        facts.fire(new AttachmentTaken(file, form.header().event()));
        return new Handed(file, content);
    }

    private static CaseFormView.Item itemOf(CaseFormView form, String oid) {
        return form.item(oid)
                .orElseThrow(() -> new NotFound("item", oid, form.header().scope()));
    }

    private static ItemDefinition.Attachment allowed(CaseFormView form, String oid) {
        CaseFormView.Item item = itemOf(form, oid);
        if (item.attachment() == null) {
            throw new Invalid(Sentence.of("attachment", "holdsNoFile", item.question()));
        }
        return item.attachment();
    }
}
