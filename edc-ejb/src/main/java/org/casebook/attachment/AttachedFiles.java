package org.casebook.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.kernel.Scope;

/** Attached files for later rooms. Not a boundary: whoever calls has passed a door, and asks for what may be seen alone. */
@ApplicationScoped
public class AttachedFiles {

    private static final Pattern NUMBERED = Pattern.compile(".* #(\\d{1,18})", Pattern.DOTALL);

    @Inject
    private Attachments attachments;

    @Inject
    private AttachmentFolder folder;

    /**
     * The file that an item of a form holds.
     *
     * @param text what the item holds
     */
    public Optional<AttachmentView> held(Scope scope, long formId, String item, String text) {
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches()
                ? Optional.of(attachments
                        .get(scope, formId, item, Long.parseLong(numbered.group(1)))
                        .toView())
                : Optional.empty();
    }

    /**
     * Its content; to be closed by the caller.
     *
     * @throws FileIsDamaged when it is not what was attached
     */
    public InputStream open(AttachmentView file) {
        return folder.store().open(file.sha256(), file.text());
    }
}
