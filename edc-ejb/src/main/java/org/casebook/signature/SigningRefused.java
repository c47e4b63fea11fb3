package org.casebook.signature;

import org.casebook.definition.TranslatedText;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Nothing was signed, for one of the reasons that a signature cannot overlook. */
public class SigningRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String ROOM = "signature";

    private SigningRefused(Kind kind, Sentence sentence) {
        super(kind, sentence);
    }

    static SigningRefused used() {
        return new SigningRefused(Kind.CONFLICT, Sentence.of(ROOM, "signingUsed"));
    }

    static SigningRefused otherPerson(String name) {
        return new SigningRefused(Kind.NOT_ALLOWED, Sentence.of(ROOM, "signingOtherPerson", name));
    }

    /**
     * @param form its name
     */
    static SigningRefused changed(TranslatedText form, String subject) {
        return new SigningRefused(
                Kind.CONFLICT, Sentence.of(ROOM, "signingChanged", Sentence.spoken(form::shown), subject));
    }

    /**
     * @param form its name
     * @param why phrase of this room
     */
    static SigningRefused notReady(TranslatedText form, String subject, String why) {
        Sentence reason = Sentence.of(ROOM, why);
        return new SigningRefused(
                Kind.CONFLICT, Sentence.of(ROOM, "signingNotReady", Sentence.spoken(form::shown), subject, reason));
    }

    static SigningRefused nothingChosen() {
        return new SigningRefused(Kind.INVALID, Sentence.of(ROOM, "signingNothing"));
    }
}
