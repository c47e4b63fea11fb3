package org.casebook.kernel;

/** Input that cannot be taken as it is, for cases that need no class of their own. */
public class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param sentence what is wrong, where, and how to mend it
     */
    public Invalid(String sentence) {
        super(Kind.INVALID, sentence);
    }

    /** As before, in the language of whoever reads it. */
    public Invalid(Sentence sentence) {
        super(Kind.INVALID, sentence);
    }
}
