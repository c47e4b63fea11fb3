package org.casebook.kernel;

/** There is no such record within the caller's scope; whether it exists elsewhere is not told. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object key, Scope scope) {
        super(
                Kind.NOT_FOUND,
                "There is no " + what + " “" + key + "”" + (scope == null ? "" : " in " + scope)
                        + ". Check the address, or the study and site chosen above.");
    }

    /** The same with a sentence that says more, for who may know it. */
    protected NotFound(Sentence sentence) {
        super(Kind.NOT_FOUND, sentence);
    }
}
