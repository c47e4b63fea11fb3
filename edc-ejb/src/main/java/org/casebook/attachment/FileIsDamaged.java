package org.casebook.attachment;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A kept file is gone or is not what was attached; it is not handed out. */
public class FileIsDamaged extends Refusal {

    private static final long serialVersionUID = 1L;

    public FileIsDamaged(String text) {
        super(Kind.CONFLICT, Sentence.of("attachment", "damaged", text));
    }
}
