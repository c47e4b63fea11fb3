package org.casebook.rendering;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The document's own words, in English and German; other languages have them in English. */
final class SheetWords {

    private final ResourceBundle words;
    private final Locale locale;

    SheetWords(String language) {
        locale = Locale.forLanguageTag(language);
        words = ResourceBundle.getBundle(
                "org.casebook.rendering.sheet",
                locale,
                SheetWords.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... values) {
        return values.length == 0
                ? words.getString(key)
                : new MessageFormat(words.getString(key), locale).format(values);
    }
}
