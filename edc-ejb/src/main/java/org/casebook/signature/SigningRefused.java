package org.casebook.signature;

import org.casebook.kernel.Refusal;

/** Nothing was signed, for one of the reasons that a signature cannot overlook. */
public class SigningRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private SigningRefused(Kind kind, String sentence) {
        super(kind, sentence);
    }

    static SigningRefused used() {
        return new SigningRefused(
                Kind.CONFLICT, "This signing was already finished or given up. Choose the forms again and sign them.");
    }

    static SigningRefused otherPerson(String name) {
        return new SigningRefused(
                Kind.NOT_ALLOWED,
                "These forms were to be signed by " + name + ", and nobody else can finish that. Nothing was signed.");
    }

    static SigningRefused changed(String form, String subject) {
        return new SigningRefused(
                Kind.CONFLICT,
                "“" + form + "” of participant " + subject
                        + " is no longer what was shown. Nothing was signed. Review it again and sign.");
    }

    static SigningRefused notReady(String form, String subject, String why) {
        return new SigningRefused(
                Kind.CONFLICT, "“" + form + "” of participant " + subject + " cannot be signed: " + why);
    }

    static SigningRefused nothingChosen() {
        return new SigningRefused(Kind.INVALID, "No form was chosen. Choose at least one form to sign.");
    }
}
