package org.casebook.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.casebook.kernel.Scope;

/** Where later rooms put letters: they go when the transaction has ended well. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Outbox {

    @Inject
    private Letters letters;

    @Inject
    private MailServer server;

    /**
     * How far the letters about something are.
     *
     * @param written to how many recipients
     * @param sent how many of them the mail server took
     */
    public record Progress(int written, int sent) {

        public boolean allSent() {
            return written > 0 && written == sent;
        }
    }

    /**
     * Writes a letter to each recipient.
     *
     * @param about what it is about, to ask for its {@link #progress}
     * @param body plain text; it tells no treatment
     */
    public void post(
            Scope study, String about, Collection<String> recipients, String subject, String body, Instant at) {
        recipients.forEach(recipient ->
                letters.add(new Letter(study.study(), about, recipient, new Letter.Text(subject, body), at)));
    }

    public Progress progress(Scope study, String about) {
        List<Letter> all = letters.about(study, about);
        return new Progress(
                all.size(), Math.toIntExact(all.stream().filter(Letter::sent).count()));
    }

    /** Whether a mail server is set; without one letters wait. */
    public boolean connected() {
        return server.known();
    }
}
