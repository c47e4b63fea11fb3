package org.casebook.query;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One thing said on a query; never changed. */
@Embeddable
class QueryMessage {

    /** What the person did with the message. */
    enum Act {
        RAISED,
        ANSWERED,
        CLOSED,
        REOPENED
    }

    @Enumerated(EnumType.STRING)
    private Act act;

    private String text;
    private String person;

    @Column(name = "full_name")
    private String fullName;

    private String role;
    private Instant at;

    protected QueryMessage() {}

    QueryMessage(Act act, String text, Author author, Instant at) {
        this.act = act;
        this.text = text;
        this.person = author.id();
        this.fullName = author.fullName();
        this.role = author.role();
        this.at = at;
    }

    QueryView.Message view() {
        return new QueryView.Message(act.name(), text, fullName, role, at);
    }
}
