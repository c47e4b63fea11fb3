package org.casebook.laboratory;

import org.casebook.kernel.Refusal;

/** The study has a laboratory with this code. */
public class LaboratoryIsKnown extends Refusal {

    private static final long serialVersionUID = 1L;

    LaboratoryIsKnown(String code) {
        super(Kind.CONFLICT, "The study has a laboratory “%s” already. Give this one another code.".formatted(code));
    }
}
