package org.casebook.transfer;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** Somebody would bring data from a file into a study with real participants. */
public class ImportsAreForCopies extends Refusal {

    private static final long serialVersionUID = 1L;

    ImportsAreForCopies(Scope scope) {
        super(Kind.CONFLICT, Sentence.of("transfer", "production", scope.study()));
    }
}
