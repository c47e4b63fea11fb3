package org.casebook.transfer;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;

/** Somebody would bring data from a file into a study with real participants. */
public class ImportsAreForCopies extends Refusal {

    private static final long serialVersionUID = 1L;

    ImportsAreForCopies(Scope scope) {
        super(
                Kind.CONFLICT,
                "%s is a production study, whose data come from its sites alone. Load the study as a test or training study"
                                .formatted(scope.study())
                        + " and import there.");
    }
}
