package org.casebook.access;

import java.util.Locale;
import org.casebook.kernel.Invalid;

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

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORGANISATION = 200;

    /** @throws Invalid saying which value cannot be taken */
    public AccountDraft {
        username = text(username).toLowerCase(Locale.ROOT);
        givenName = needed(givenName, "a given name", LONGEST_NAME);
        familyName = needed(familyName, "a family name", LONGEST_NAME);
        organisation = needed(organisation, "the organisation", LONGEST_ORGANISATION);
        email = text(email);
        if (!username.matches("[a-z0-9._-]{3,60}")) {
            throw new Invalid("The account name “" + username + "” cannot be taken. Use 3 to 60 letters, digits, dots,"
                    + " hyphens or underscores.");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Invalid("“" + email + "” is no e-mail address. Correct it or leave it empty.");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static String needed(String value, String what, int longest) {
        String text = text(value);
        if (text.isEmpty() || text.length() > longest) {
            throw new Invalid("Give " + what + " of at most " + longest + " characters.");
        }
        return text;
    }
}
