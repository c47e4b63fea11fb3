package org.casebook.mailing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.casebook.kernel.Words;

/** One letter to one recipient. */
@Entity
@Table(schema = "edc", name = "letter")
class Letter {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;

    /** Handed over so often without an answer, a letter is not handed over again: it may have come twice. */
    private static final int MOST_UNANSWERED = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter")
    @SequenceGenerator(name = "letter", schema = "edc", sequenceName = "letter_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String about;
    private String recipient;
    private String subject;
    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    private int tries;

    private int unanswered;

    @Column(name = "last_fault")
    private String lastFault;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected Letter() {}

    Letter(String study, String about, String recipient, Text text, Instant at) {
        this.study = study;
        this.about = about;
        this.recipient = recipient;
        this.subject = text.subject();
        this.body = text.body();
        this.writtenAt = at;
        this.nextTryAt = at;
    }

    /** What a letter says. */
    record Text(String subject, String body) {}

    String recipient() {
        return recipient;
    }

    Text text() {
        return new Text(subject, body);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    /** Names the letter for mail programs, the same at each try. */
    String messageId() {
        return "casebook-letter-" + id;
    }

    boolean sent() {
        return sentAt != null;
    }

    /**
     * Notes that it is handed over now, before it is: should nobody live to note the answer, it is known that there was none.
     *
     * @return false when it must not be handed over (any more)
     */
    boolean claim() {
        if (sent() || unanswered >= MOST_UNANSWERED) {
            return false;
        }
        unanswered++;
        return true;
    }

    void delivered(Instant at) {
        unanswered = 0;
        sentAt = at;
        lastFault = null;
    }

    /** The mail server did not take it; it is tried again after a pause that doubles, up to three quarters of an hour. */
    void failed(String fault, Instant at) {
        unanswered = 0;
        nextTryAt = at.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
        tries++;
        lastFault = Words.quoted(fault);
    }
}
