package org.casebook.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/**
 * What one person typed into one item.
 *
 * @param key chosen by the sender, unique for this entry, at most 64 characters: the same key again gives the same
 *     answer and changes nothing
 * @param item item OID
 * @param text as typed; null or blank when the item is emptied
 * @param unit unit in which it was typed; null: the item's own
 * @param leftBlank name of a {@link LeftBlank}; counts only without text
 * @param itemRevision the item's revision that the person saw; another one is a conflict
 * @param reason why, where one is due
 */
public record Entry(
        String key, String item, String text, String unit, String leftBlank, long itemRevision, String reason) {

    /** Why an item has no value although it is asked; stored by name. */
    public enum LeftBlank {
        NOT_DONE,
        UNKNOWN,
        NOT_APPLICABLE,
        REFUSED;

        /**
         * The reason of this name.
         *
         * @throws Invalid when there is none
         */
        public static LeftBlank of(String name) {
            return Arrays.stream(values())
                    .filter(reason -> reason.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(Sentence.of("capture", "noLeftBlankReason", name)));
        }

        /** In English, as the trail and queries keep it. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_TEXT = 20_000;

    public Entry {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid(Sentence.of("kernel", "requestNoKey"));
        }
        if (item == null || item.isBlank()) {
            throw new Invalid(Sentence.of("capture", "noItem"));
        }
        text = Words.showsNothing(text) ? null : text;
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new Invalid(Sentence.of("capture", "tooLong"));
        }
        if (reason != null && reason.length() > Words.MOST) {
            throw new Invalid(Sentence.of("capture", "reasonTooLong", reason.length(), Words.MOST));
        }
        leftBlank = text != null || leftBlank == null || leftBlank.isBlank()
                ? null
                : LeftBlank.of(leftBlank).name();
        unit = text == null || unit == null || unit.isBlank() ? null : unit;
    }

    /** The same entry saying something else in its place. */
    Entry withText(String said) {
        return new Entry(key, item, said, unit, leftBlank, itemRevision, reason);
    }

    /** Tells this entry by this person from any other, whatever their key. */
    String fingerprint(String person) {
        String all = Stream.of(item, text, unit, leftBlank, Long.toString(itemRevision), reason, person)
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining("|"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
