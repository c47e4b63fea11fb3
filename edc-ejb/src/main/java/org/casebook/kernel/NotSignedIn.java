package org.casebook.kernel;

/** Nobody is signed in for this request. */
public class NotSignedIn extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super(Kind.NOT_SIGNED_IN, Sentence.of("kernel", "notSignedIn"));
    }
}
