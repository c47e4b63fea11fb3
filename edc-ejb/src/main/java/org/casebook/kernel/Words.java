package org.casebook.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/** What people say in their own words: reasons, questions, answers. Kept as said, so it must be there and be storable. */
public final class Words {

    /** Most characters of a reason, a question or an answer. */
    public static final int MOST = 2000;

    /** Most characters of a text that is quoted in a sentence. */
    public static final int QUOTED = 200;

    private Words() {}

    /** So much of a text as a sentence can quote: at most {@link #QUOTED} characters. */
    public static String quoted(String text) {
        return shortened(text, QUOTED);
    }

    /** The text, or its beginning and an ellipsis where it has more than so many characters; null stays null. */
    public static String shortened(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /**
     * The words, without surrounding white space.
     *
     * @param missing sentence for words that are not there: what is missing and how to mend it
     * @throws Invalid when no letter and no digit is said, or more than {@link #MOST} characters
     */
    public static String needed(String said, Sentence missing) {
        return find(said).orElseThrow(() -> new Invalid(missing));
    }

    /**
     * The words if anything was said; white space and signs that nobody sees are nothing.
     *
     * @throws Invalid when they have more than {@link #MOST} characters
     */
    public static Optional<String> find(String said) {
        if (said == null || said.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        String words = said.strip();
        if (words.length() > MOST) {
            throw new Invalid(Sentence.of("kernel", "tooLong", words.length(), MOST));
        }
        return Optional.of(words);
    }

    /** Whether a text shows nothing: white space, and signs without a shape of their own, such as U+200B. */
    public static boolean showsNothing(String text) {
        return text == null
                || text.codePoints()
                        .allMatch(sign -> Character.isWhitespace(sign)
                                || Character.isSpaceChar(sign)
                                || Character.getType(sign) == Character.FORMAT);
    }

    /**
     * Refuses text that no database and no XML file can keep: control characters but tab and line ends, halves of characters.
     *
     * @param value a text, or a record or collection whose texts are meant, however deep; anything else passes
     * @throws Invalid when there is one
     */
    static void requireStorable(Object value) {
        if (value instanceof String text) {
            requireStorable(text);
        } else if (value instanceof Collection<?> all) {
            all.forEach(Words::requireStorable);
        } else if (value instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                requireStorable(read(part, parts));
            }
        }
    }

    private static void requireStorable(String text) {
        boolean odd = text.codePoints()
                .anyMatch(letter -> Character.isISOControl(letter) && "\t\n\r".indexOf(letter) < 0
                        || Character.getType(letter) == Character.SURROGATE
                        || letter == 0xFFFE
                        || letter == 0xFFFF);
        if (odd) {
            throw new Invalid(Sentence.of("kernel", "oddCharacters"));
        }
    }

    private static Object read(RecordComponent part, Record parts) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record tells its own parts", e);
        }
    }
}
