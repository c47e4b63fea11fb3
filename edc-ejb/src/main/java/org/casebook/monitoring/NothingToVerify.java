package org.casebook.monitoring;

import org.casebook.kernel.Refusal;

/** The item or form holds nothing that could be compared with a source. */
public class NothingToVerify extends Refusal {

    private static final long serialVersionUID = 1L;

    private NothingToVerify(String sentence) {
        super(Kind.CONFLICT, sentence);
    }

    static NothingToVerify item(String item) {
        return new NothingToVerify(
                "Item " + item
                        + " cannot be verified: it is not shown or holds no entry. Raise a query if the source says otherwise.");
    }

    static NothingToVerify form(String form) {
        return new NothingToVerify(
                "Form " + form + " holds no such item that is still to be verified. Reload it to see the ticks.");
    }

    static NothingToVerify locked(String form) {
        return new NothingToVerify(
                "Form " + form + " is locked, so its ticks stay as they are. Ask the data manager to unlock it first.");
    }

    static NothingToVerify voided(String form) {
        return new NothingToVerify("Form " + form + " was made void; there is nothing to verify on it.");
    }
}
