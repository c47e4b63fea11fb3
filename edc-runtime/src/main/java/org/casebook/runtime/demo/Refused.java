package org.casebook.runtime.demo;

import org.casebook.runtime.Fault;

/** The system said no. */
public final class Refused extends Fault {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(String what, int status, String answer) {
        super(what + " was refused (" + status + "): " + answer);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
