package org.casebook.access;

import java.util.Locale;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * A new account as typed.
 *
 * @param username 3 to 60 of lower-case letters, digits, dot, hyphen, underscore; capitals are made small
 * @param givenName never blank, at most 100 characters
 * @param familyName never blank, at most 100 characters
 * @param email may be empty
 * @param organisation whom the person works for, never blank, at most 200 characters (EMA 2023 6.2.1)
 */
public record AccountDraft(String username, String givenName, String familyName, String email, String organisation) {

    private static final String ROOM = "access";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORGANISATION = 200;

    /** @throws Invalid saying which value cannot be taken */
    public AccountDraft {
        username = text(username).toLowerCase(Locale.ROOT);
        givenName = needed(givenName, "givenName", LONGEST_NAME);
        familyName = needed(familyName, "familyName", LONGEST_NAME);
        organisation = needed(organisation, "organisation", LONGEST_ORGANISATION);
        email = text(email);
        if (!username.matches("[a-z0-9._-]{3,60}")) {
            throw new Invalid(Sentence.of(ROOM, "usernameOdd", username));
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Invalid(Sentence.of(ROOM, "noEmail", email));
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static String needed(String value, String what, int longest) {
        String text = text(value);
        if (text.isEmpty() || text.length() > longest) {
            throw new Invalid(Sentence.of(ROOM, "give." + what, longest));
        }
        return text;
    }
}
