package org.casebook.access;

import org.casebook.kernel.Refusal;

/** Nobody changes his own rights. */
public class OwnAccess extends Refusal {

    private static final long serialVersionUID = 1L;

    OwnAccess() {
        super(Kind.NOT_ALLOWED, "You cannot change your own account or grants. Ask another administrator to do it.");
    }
}
