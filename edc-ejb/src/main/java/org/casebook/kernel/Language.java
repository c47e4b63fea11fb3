package org.casebook.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The languages in which Casebook speaks to people. Each request speaks one, chosen by its reader; without a reader it is
 * English. Only what is shown asks for it: what is stored, signed, exported or audited is the same for every reader.
 */
public enum Language {
    ENGLISH("en", "English", Locale.ENGLISH),
    GERMAN("de", "Deutsch", Locale.GERMAN);

    private static final ThreadLocal<Language> OF_READER = new ThreadLocal<>();

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** The language that a tag means ({@code de}, {@code de-AT}); empty for other languages and for null. */
    public static Optional<Language> of(String tag) {
        String spoken = tag == null ? "" : Locale.forLanguageTag(tag.strip()).getLanguage();
        return Arrays.stream(values()).filter(known -> known.tag.equals(spoken)).findFirst();
    }

    /** The language of whoever reads the answer to this request. */
    public static Language ofReader() {
        Language chosen = OF_READER.get();
        return chosen == null ? ENGLISH : chosen;
    }

    /** Runs one request, or a part of it, for a reader of this language. */
    public <X extends Exception, Y extends Exception> void speak(Speech<X, Y> speech) throws X, Y {
        Language before = OF_READER.get();
        OF_READER.set(this);
        try {
            speech.run();
        } finally {
            if (before == null) {
                OF_READER.remove();
            } else {
                OF_READER.set(before);
            }
        }
    }

    /** What is said to a reader of this language. */
    public <T> T saying(Supplier<T> words) {
        List<T> said = new ArrayList<>();
        speak(() -> said.add(words.get()));
        return said.get(0);
    }

    /** What is done while one language is spoken. */
    @FunctionalInterface
    public interface Speech<X extends Exception, Y extends Exception> {
        void run() throws X, Y;
    }

    /** {@code en}, {@code de}: for {@code lang} attributes and for texts of a study. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }
}
