package org.casebook.standing;

import java.io.Serializable;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A step of the study comes before this one and was not taken; it is named (21 CFR 11.10(f)). */
public class StepIsMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    StepIsMissing(String key, Serializable... parts) {
        super(Kind.CONFLICT, Sentence.of("standing", key, parts));
    }
}
