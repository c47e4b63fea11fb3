package org.casebook.web.query;

import java.util.List;
import org.casebook.query.QueryLine;
import org.casebook.query.QueryView;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/**
 * One query in the list.
 *
 * @param age whole days since it was opened
 */
public record QueryRow(QueryLine line, QueryMoves moves, long age) {

    public QueryView query() {
        return line.query();
    }

    public String subject() {
        return query().place().subject();
    }

    /** The form's name with its visit or row. */
    public String where() {
        return line.row() == null
                ? Words.of("query", "formAtVisit", line.formName(), line.eventName())
                : Words.of("query", "rowOfLog", line.formName(), line.row());
    }

    /** What is asked about; the form as a whole when no item is. */
    public String about() {
        return line.question() == null ? Words.of("query", "wholeForm") : line.question();
    }

    public boolean answered() {
        return line.answer() != null;
    }

    /** Who asked: a person, or a check. */
    public String asker() {
        return query().isSystem() ? Words.of("query", "byCheck") : query().openedBy();
    }

    public String ageText() {
        return Words.of("query", "days", age);
    }

    /** What was said after the question, with who said it. */
    public List<Reply> replies() {
        return query().messages().stream()
                .skip(1)
                .map(message -> new Reply(
                        Words.of(
                                "query",
                                "said" + message.act(),
                                SaidWords.by(message, "byCheck"),
                                Times.text(message.at())),
                        SaidWords.text(message)))
                .toList();
    }

    /** One reply: who did what and when, and the words. */
    public record Reply(String who, String text) {}

    public boolean answerable() {
        return moves.answerable();
    }

    public boolean closable() {
        return moves.closable();
    }

    public boolean reopenable() {
        return moves.reopenable();
    }

    public String answerUrl() {
        return "/entry/queries/" + query().id() + "/answer";
    }

    public String closeUrl() {
        return "/entry/queries/" + query().id() + "/close";
    }

    public String reopenUrl() {
        return "/entry/queries/" + query().id() + "/reopen";
    }
}
