package org.casebook.query;

import org.casebook.capture.ItemState;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Language;
import org.casebook.wording.CheckWords;

/**
 * What a check asked, in the reader's language. A query keeps the words in which it was asked; they are told where a
 * person asked, and where a sentence names an entry that has changed since.
 */
public final class QuestionText {

    /** What a check says when it closes the query that it opened; kept in these words, told in the reader's. */
    public static final String SATISFIED = "The check is satisfied.";

    private QuestionText() {}

    /** Where the answer itself is not at hand: what the check's own message says; else as it was asked. */
    public static String of(QueryView query, StudyDefinition study) {
        if (!query.isSystem()
                || Language.ofReader() == Language.ENGLISH
                || query.place().item() == null) {
            return query.text();
        }
        return study.findItem(query.place().form(), query.place().item()).stream()
                .flatMap(item -> item.checks().stream())
                .filter(check -> check.oid().equals(query.check()))
                .map(check -> check.message().shown())
                .filter(message -> !message.isBlank())
                .findFirst()
                .orElse(query.text());
    }

    static String of(QueryView query, ItemDefinition item, ItemState now) {
        if (!query.isSystem() || Language.ofReader() == Language.ENGLISH) {
            return query.text();
        }
        boolean stands = now.checks().contains(query.check());
        if (query.check().equals(ItemState.UNREADABLE)) {
            String problem = stands ? item.shape().read(now.text()).problem() : null;
            return problem == null ? query.text() : problem;
        }
        return item.checks().stream()
                .filter(check -> check.oid().equals(query.check()))
                .findFirst()
                .filter(check -> stands || !check.message().isEmpty())
                .map(check -> told(item, check, now))
                .orElse(query.text());
    }

    private static String told(ItemDefinition item, CheckDefinition check, ItemState now) {
        return new CheckWords(Language.ofReader().tag()).sentence(item, check, now.text());
    }
}
