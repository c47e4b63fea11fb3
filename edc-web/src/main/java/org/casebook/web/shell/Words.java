package org.casebook.web.shell;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.casebook.kernel.Language;

/** Words from the bundles in the reader's language, for Java code that must speak; pages read the bundles themselves. */
public final class Words {

    /** A word that a language lacks is English, never that of the machine's own language. */
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /**
     * @param room the bundle: {@code common}, or the name of a room
     * @param key camelCase key; the key itself comes back when the bundle has no such word
     * @param values put in for {0}, {1} …
     */
    public static String of(String room, String key, Object... values) {
        try {
            Language language = Language.ofReader();
            String pattern = bundle(room, language).getString(key);
            return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    /** Every key of a bundle. */
    public static Set<String> keys(String room) {
        return bundle(room, Language.ENGLISH).keySet();
    }

    private static ResourceBundle bundle(String room, Language language) {
        return ResourceBundle.getBundle("words." + room, language.locale(), NO_OTHER_LANGUAGE);
    }
}
