package org.casebook.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casebook.kernel.RequestClock;

/** Delivers letters, each in a transaction of its own: one that cannot be delivered holds no other up. */
@ApplicationScoped
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final int AT_ONCE = 50;

    @Inject
    private Letters letters;

    @Inject
    private MailServer server;

    @Inject
    private RequestClock clock;

    /** Ids of the letters to be tried now; none while no mail server is set. */
    @Transactional
    public List<Long> due() {
        return server.known() ? letters.due(clock.instant(), AT_ONCE) : List.of();
    }

    /**
     * Notes that one is handed over now.
     *
     * @return false when it must not be
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean claim(long id) {
        return letters.hold(id).claim();
    }

    /** Tries one that was claimed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void deliver(long id) {
        Letter letter = letters.hold(id);
        if (letter.sent()) {
            return;
        }
        try {
            server.send(letter);
            letter.delivered(clock.instant());
        } catch (MessagingException | RuntimeException refused) {
            // what a letter says belongs into no log, and neither does to whom
            LOG.log(Level.WARNING, "Letter {0} was not delivered: {1}", new Object[] {id, refused});
            letter.failed(String.valueOf(refused.getMessage()), clock.instant());
        }
    }
}
