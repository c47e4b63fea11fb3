package org.casebook.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casebook.kernel.Language;

/**
 * One text in one or more languages (ODM {@code TranslatedText}).
 *
 * @param byLanguage text by language tag, for example {@code en} or {@code de}; the first is the study's own language
 */
public record TranslatedText(Map<String, String> byLanguage) {

    /** The language of pages and of texts that name none. */
    public static final String ENGLISH = "en";

    /** A text that was not given: empty in every language. */
    public static final TranslatedText NONE = new TranslatedText(Map.of());

    public TranslatedText {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** A text in English alone. */
    public static TranslatedText english(String text) {
        return text == null || text.isBlank() ? NONE : new TranslatedText(Map.of(ENGLISH, text));
    }

    /** What a file says of its version ({@code MetaDataVersion/Description}), as what in it is illustrative; may be empty. */
    public static TranslatedText noteOf(StudyDefinition study) {
        Map<String, String> texts = new LinkedHashMap<>();
        study.source()
                .child("Study")
                .child("MetaDataVersion")
                .child("Description")
                .children()
                .forEach(text -> texts.put(text.attributes().getOrDefault("xml:lang", ENGLISH), text.text()));
        return new TranslatedText(texts);
    }

    /** The text in this language, else in English, else in the first language given, else empty; never null. */
    public String in(String language) {
        String text = byLanguage.getOrDefault(language, byLanguage.get(ENGLISH));
        if (text != null) {
            return text;
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }

    /** The text in English (or the first language given); empty when none was given. */
    public String text() {
        return in(ENGLISH);
    }

    /** The tag of the text that {@link #in} gives, where it is of another language than the one asked for; else null. */
    public String otherThan(String language) {
        if (byLanguage.isEmpty() || byLanguage.containsKey(language)) {
            return null;
        }
        return byLanguage.containsKey(ENGLISH)
                ? ENGLISH
                : byLanguage.keySet().iterator().next();
    }

    /** The text as the reader of this request is shown it; never for what is stored, signed or exported. */
    public String shown() {
        return in(Language.ofReader().tag());
    }

    /** The same text with this behind it, in each language. */
    TranslatedText with(String behind) {
        Map<String, String> all = new LinkedHashMap<>(byLanguage);
        all.replaceAll((language, text) -> text + behind);
        return new TranslatedText(all);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    @Override
    public String toString() {
        return text();
    }
}
