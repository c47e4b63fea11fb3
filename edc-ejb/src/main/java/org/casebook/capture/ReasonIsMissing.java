package org.casebook.capture;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/** The act needs a reason and none was given (21 CFR 11.10(e), ICH E6(R3) 4.2.2: why it was changed). */
public class ReasonIsMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param act what was to be done: {@code change}, {@code reopen}, {@code notDone}, {@code void}, {@code unlock}, {@code restore}
     */
    ReasonIsMissing(String act) {
        super(Kind.INVALID, Sentence.of("capture", "reasonIsMissing", Sentence.of("capture", "to." + act)));
    }

    /** The reason, stripped. */
    static String required(String reason, String act) {
        return Words.find(reason).orElseThrow(() -> new ReasonIsMissing(act));
    }
}
