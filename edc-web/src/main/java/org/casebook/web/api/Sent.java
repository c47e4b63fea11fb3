package org.casebook.web.api;

import org.casebook.kernel.Invalid;

/** What callers send, in shapes that several resources take. */
public final class Sent {

    private Sent() {}

    /** Why something is done, in the person's words. */
    public record Why(String reason) {}

    /** What is said on a query: the question, the answer, what settled it. */
    public record Words(String text) {}

    /** A missing body is a mistake of the caller and not of the server. */
    static <T> T needed(T body) {
        if (body == null) {
            throw new Invalid("The request has no body. Send a JSON object; /openapi shows its shape.");
        }
        return body;
    }
}
