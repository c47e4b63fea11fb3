package org.casebook.attachment;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/**
 * A file was kept for an item; that the item holds it now is a change of the item and told by it.
 *
 * @param event OID of the visit; null for logs
 */
public record FileAttached(AttachmentView file, Long formRevision, String event, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(file.told("file-attached", formRevision, event).withReason(reason));
    }
}
