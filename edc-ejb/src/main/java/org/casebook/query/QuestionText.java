package org.casebook.query;

import org.casebook.capture.ItemState;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Language;
import org.casebook.wording.CheckWords;

/**
 * What a check asked, in the reader's language. A query keeps the words in which it was asked; they are told where a
 * person asked, and where a sentence names an entry that has changed since.
 */
final class QuestionText {

    private QuestionText() {}

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
