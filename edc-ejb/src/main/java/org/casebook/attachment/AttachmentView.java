package org.casebook.attachment;

import java.time.Instant;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Change;
import org.casebook.kernel.Scope;

/**
 * A file at an item, without its bytes.
 *
 * @param id its number, unique in the installation
 * @param name as the person's device called it, without folders
 * @param kind what it is by its content
 * @param size bytes
 * @param sha256 of its content, hexadecimal, lower case
 * @param storedBy full name of whoever attached it
 */
public record AttachmentView(
        long id,
        Scope scope,
        String subject,
        long formId,
        String form,
        String item,
        String name,
        FileKind kind,
        long size,
        String sha256,
        Instant storedAt,
        String storedBy) {

    /** What the item holds: the file's name and number. */
    public String text() {
        return name + " #" + id;
    }

    /** What it is called where it is handed out: the ending says what the content is, whatever the device called it. */
    public String handedName() {
        return kind.named(name);
    }

    Change told(String action, Long formRevision, String event) {
        return Change.of(scope, action)
                .withSubject(subject)
                .withPlace(new Change.Place(formId, formRevision, event, form, item))
                .withValues(null, "%s, %s, %d bytes, SHA-256 %s".formatted(text(), kind.mediaType(), size, sha256));
    }
}
