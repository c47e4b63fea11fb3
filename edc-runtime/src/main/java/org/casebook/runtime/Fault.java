package org.casebook.runtime;

/** Something the person at the keyboard can mend. The message is one sentence with the remedy; no stack is shown. */
public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong, where, and how to mend it */
    public Fault(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong, where, and how to mend it
     * @param cause kept for the log
     */
    public Fault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
