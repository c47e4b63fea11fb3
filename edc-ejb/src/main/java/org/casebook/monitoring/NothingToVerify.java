package org.casebook.monitoring;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The item or form holds nothing that could be compared with a source. */
public class NothingToVerify extends Refusal {

    private static final long serialVersionUID = 1L;

    private NothingToVerify(String phrase, String what) {
        super(Kind.CONFLICT, Sentence.of("monitoring", phrase, String.valueOf(what)));
    }

    static NothingToVerify item(String item) {
        return new NothingToVerify("nothingShown", item);
    }

    static NothingToVerify form(String form) {
        return new NothingToVerify("nothingLeft", form);
    }

    static NothingToVerify locked(String form) {
        return new NothingToVerify("locked", form);
    }

    static NothingToVerify voided(String form) {
        return new NothingToVerify("voided", form);
    }
}
