package org.casebook.attachment;

import java.text.Normalizer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * What comes with a file.
 *
 * @param item OID of the item
 * @param key chosen by the sender, unique for this upload, at most 64 characters: the same file with the same key is attached
 *     once
 * @param name as the sender's device calls the file; folders, control characters and characters that turn the direction of
 *     writing are taken away
 * @param itemRevision the item's revision that the person saw; another one is a conflict
 * @param reason why, where one is due
 * @param length bytes, as the sender says; null: not said. Fewer that arrive are a file cut off
 */
public record Upload(String item, String key, String name, long itemRevision, String reason, Long length) {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NAME = 200;

    public Upload {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid(Sentence.of("kernel", "requestNoKey"));
        }
        name = plain(name);
    }

    private static String plain(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "")
                .strip();
        if (plain.isEmpty()) {
            throw new Invalid(Sentence.of("attachment", "noName"));
        }
        if (plain.length() <= LONGEST_NAME) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        return plain.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}
