package org.casebook.web.shell;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words from the bundles, for Java code that must speak; pages read the bundles themselves. */
public final class Words {

    private Words() {}

    /**
     * @param room the bundle: {@code common}, or the name of a room
     * @param key camelCase key; the key itself comes back when the bundle has no such word
     * @param values put in for {0}, {1} …
     */
    public static String of(String room, String key, Object... values) {
        try {
            String pattern =
                    ResourceBundle.getBundle("words." + room, Locale.ENGLISH).getString(key);
            return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(values);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
