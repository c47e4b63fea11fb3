package org.casebook.capture;

import org.casebook.kernel.Refusal;

/** The form takes no change in its present state. */
public class FormIsClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    private FormIsClosed(String sentence) {
        super(Kind.CONFLICT, sentence);
    }

    static FormIsClosed locked(String form) {
        return new FormIsClosed("Form " + form + " is locked. Ask the data manager to unlock it, with a reason.");
    }

    static FormIsClosed notLocked(String form) {
        return new FormIsClosed("Form " + form + " is not locked. There is nothing to unlock.");
    }

    static FormIsClosed in(FormState.State state, String form) {
        return new FormIsClosed(
                switch (state) {
                    case VOID ->
                        "Form " + form
                                + " was made void. Restore it, with a reason, or start it again where it belongs.";
                    case NOT_DONE ->
                        "Form " + form + " was declared not done. Reopen it, with a reason, to enter data.";
                    case COMPLETE -> "Form " + form + " is complete already.";
                    case STARTED -> "Form " + form + " is not complete. Complete it first.";
                });
    }

    static FormIsClosed replaced(String form) {
        return new FormIsClosed(
                "Form " + form + " was started again in its place. Make that one void first, or keep it.");
    }

    static FormIsClosed holdsData(String form) {
        return new FormIsClosed("Form " + form
                + " holds data. Empty its items before declaring it not done, or make it void, with a reason.");
    }
}
