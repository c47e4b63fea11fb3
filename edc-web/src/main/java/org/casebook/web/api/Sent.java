package org.casebook.web.api;

/** What callers send, in shapes that several resources take. */
public final class Sent {

    private Sent() {}

    /** Why something is done, in the person's words. */
    public record Why(String reason) {}

    /** What is said on a query: the question, the answer, what settled it. */
    public record Words(String text) {}
}
