package org.casebook.laboratory;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The study has a laboratory with this code. */
public class LaboratoryIsKnown extends Refusal {

    private static final long serialVersionUID = 1L;

    LaboratoryIsKnown(String code) {
        super(Kind.CONFLICT, Sentence.of("laboratory", "known", code));
    }
}
