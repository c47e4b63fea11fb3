package org.casebook.attachment;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/**
 * Somebody took a file out of the system; from then on nobody here knows where it is.
 *
 * @param event OID of the visit; null for logs
 */
public record AttachmentTaken(AttachmentView file, String event) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(file.told("attachment-taken", null, event));
    }
}
