package org.casebook.web.query;

import org.casebook.query.QueryView;
import org.casebook.query.QuestionText;
import org.casebook.web.shell.Words;

/** What a check says on a query, in the reader's language; what people say stays as they said it. */
public final class SaidWords {
    private static final String CHECK = "check";
    private static final String QUERY = "query";

    private SaidWords() {}

    /**
     * Who said it: a person by name, or an edit check.
     *
     * @param check what a check is called there: {@code byCheck} within a sentence, {@code check} at its beginning
     */
    static String by(QueryView.Message message, String check) {
        return CHECK.equals(message.role()) ? Words.of(QUERY, check) : message.by();
    }

    static String text(QueryView.Message message) {
        return CHECK.equals(message.role()) ? settled(message.text()) : message.text();
    }

    /** The one sentence in which checks close their queries, told anew; any other text as it is. */
    public static String settled(String text) {
        return QuestionText.SATISFIED.equals(text) ? Words.of(QUERY, "checkSatisfied") : text;
    }
}
