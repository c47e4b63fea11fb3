package org.casebook.rules;

/** Lines and characters of an expression's text. */
final class ExpressionText {

    private ExpressionText() {}

    /** The place of an offset: line and character, both from 1. */
    static ExpressionIsFaulty.Place place(String text, int offset, String sentence) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new ExpressionIsFaulty.Place(line, offset - start + 1, sentence);
    }

    /** The place where this name stands first as a whole; the beginning when it does not stand there literally. */
    static ExpressionIsFaulty.Place place(String text, String name, String sentence) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !isPartOfName(text.charAt(at - 1));
            int end = at + name.length();
            if (begins && (end == text.length() || !isPartOfName(text.charAt(end)))) {
                return place(text, at, sentence);
            }
        }
        return place(text, 0, sentence);
    }

    private static boolean isPartOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.';
    }
}
