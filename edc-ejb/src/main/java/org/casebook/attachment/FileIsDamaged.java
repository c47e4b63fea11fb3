package org.casebook.attachment;

import org.casebook.kernel.Refusal;

/** A kept file is gone or is not what was attached; it is not handed out. */
public class FileIsDamaged extends Refusal {

    private static final long serialVersionUID = 1L;

    public FileIsDamaged(String text) {
        super(
                Kind.CONFLICT,
                "“%s” is not in the store as it was attached, so it is not handed out. Tell your administrator: the folder"
                                .formatted(text)
                        + " of attachments must come back from a backup.");
    }
}
