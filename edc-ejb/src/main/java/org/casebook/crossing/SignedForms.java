package org.casebook.crossing;

import org.casebook.kernel.Scope;

/**
 * Which forms are signed by an investigator. A later room, which knows the signatures, says it; an interface because this room comes
 * before it.
 */
public interface SignedForms {

    /** Whether the form is signed, and nothing has broken the signature since. */
    boolean isSigned(Scope place, long formId);
}
