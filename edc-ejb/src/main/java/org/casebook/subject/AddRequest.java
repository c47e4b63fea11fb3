package org.casebook.subject;

import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/**
 * A request to add a participant, which adds one only however often it is sent.
 *
 * @param key chosen by the sender, unique for this request, at most 64 characters
 * @param person id of the sender: a key counts for him alone
 */
record AddRequest(Scope place, String key, String person) {

    private static final int LONGEST_KEY = 64;

    AddRequest {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid(Sentence.of("subject", "requestKeyOdd"));
        }
    }
}
