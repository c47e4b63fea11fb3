package org.casebook.capture;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The form takes no change in its present state. */
public class FormIsClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    private FormIsClosed(String key, String form) {
        super(Kind.CONFLICT, Sentence.of("capture", key, form));
    }

    static FormIsClosed locked(String form) {
        return new FormIsClosed("locked", form);
    }

    static FormIsClosed notLocked(String form) {
        return new FormIsClosed("notLocked", form);
    }

    static FormIsClosed in(FormState.State state, String form) {
        return new FormIsClosed("is." + state, form);
    }

    static FormIsClosed replaced(String form) {
        return new FormIsClosed("replaced", form);
    }

    static FormIsClosed holdsData(String form) {
        return new FormIsClosed("holdsData", form);
    }
}
