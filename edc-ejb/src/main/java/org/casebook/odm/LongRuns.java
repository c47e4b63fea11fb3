package org.casebook.odm;

import java.util.OptionalInt;

/**
 * Looks through the bytes of a file for a single text, attribute, comment or the like that is longer than a study has any:
 * a parser would need many times its size before anybody could refuse it.
 */
final class LongRuns {

    private static final int LONGEST = 1024 * 1024;
    private static final String[][] ENCLOSED = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    private static final int SEEN = 16;

    private final char[] last = new char[SEEN];
    private int count;
    private String closedBy;

    private LongRuns() {}

    /** The line of the first such part. */
    static OptionalInt find(byte[] content) {
        LongRuns runs = new LongRuns();
        int line = 1;
        int run = 0;
        for (byte each : content) {
            // the other half of a character of UTF-16
            if (each == 0) {
                continue;
            }
            line += each == '\n' ? 1 : 0;
            run = runs.ends((char) (each & 0xff)) ? 0 : run + 1;
            if (run > LONGEST) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private boolean ends(char letter) {
        last[count++ % SEEN] = letter;
        if (closedBy != null) {
            boolean closed = letter == '>' && isLast(closedBy);
            closedBy = closed ? null : closedBy;
            return closed;
        }
        if (letter == '-' || letter == '[' || letter == '?') {
            for (String[] pair : ENCLOSED) {
                if (isLast(pair[0])) {
                    closedBy = pair[1];
                    return true;
                }
            }
        }
        return letter == '<';
    }

    private boolean isLast(String word) {
        if (count < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (last[(count - word.length() + i) % SEEN] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
