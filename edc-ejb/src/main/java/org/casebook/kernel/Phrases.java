package org.casebook.kernel;

import java.util.Locale;
import java.util.ResourceBundle;

/** The phrases of which sentences are made, in one language; English where a language has none. */
public final class Phrases {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    /**
     * @param room whose phrases, in the bundle {@code phrases} of its package
     * @param language tag, for example {@code en}
     */
    public Phrases(String room, String language) {
        bundle = ResourceBundle.getBundle(
                "org.casebook." + room + ".phrases",
                Locale.forLanguageTag(language),
                Phrases.class.getClassLoader(),
                NO_OTHER_LANGUAGE);
    }

    /** Whether there is such a phrase. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The phrase with these parts at {0}, {1} …; parts are taken as they are. */
    public String say(String key, String... parts) {
        String phrase = bundle.getString(key);
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            boolean place = phrase.charAt(i) == '{' && i + 2 < phrase.length() && phrase.charAt(i + 2) == '}';
            if (place) {
                said.append(parts[phrase.charAt(i + 1) - '0']);
                i += 2;
            } else {
                said.append(phrase.charAt(i));
            }
        }
        return said.toString();
    }
}
