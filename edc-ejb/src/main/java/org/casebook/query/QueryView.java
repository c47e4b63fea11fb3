package org.casebook.query;

import java.time.Instant;
import java.util.List;

/**
 * A query as people read it.
 *
 * @param check OID of the check that opened it; null when a person did
 * @param messages what was said, oldest first; at least the question
 * @param changedAt when the last thing was said
 */
public record QueryView(
        long id,
        QueryPlace place,
        String check,
        QueryState state,
        String text,
        String openedBy,
        Instant openedAt,
        Instant changedAt,
        List<Message> messages) {

    public QueryView {
        messages = List.copyOf(messages);
    }

    /**
     * One thing said.
     *
     * @param act {@code RAISED}, {@code ANSWERED}, {@code CLOSED} or {@code REOPENED}
     */
    public record Message(String act, String text, String by, String role, Instant at) {}

    /** The same query with its question in other words, also where it is told as the first thing said. */
    QueryView saying(String words) {
        List<Message> said = messages.stream()
                .map(message -> message.text().equals(text)
                        ? new Message(message.act(), words, message.by(), message.role(), message.at())
                        : message)
                .toList();
        return new QueryView(id, place, check, state, words, openedBy, openedAt, changedAt, said);
    }

    public boolean isSystem() {
        return check != null;
    }

    public boolean isOpen() {
        return state != QueryState.CLOSED;
    }

    /** What was said last; the question itself while nobody has answered. */
    public Message getLast() {
        return messages.get(messages.size() - 1);
    }
}
