package org.casebook.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** The mail server of the tests: a real one, in their own process, that takes letters to anybody and keeps them. */
public final class Mailbox {
    private static final String LOOPBACK = "127.0.0.1";
    private static GreenMail server;

    private Mailbox() {}

    /** What the application under test is told about it; starts it at the first call. */
    static synchronized Map<String, String> settings() {
        if (server == null) {
            // port 0: any that is free
            server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
        return Map.of(
                "EDC_SMTP_HOST",
                LOOPBACK,
                "EDC_SMTP_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "EDC_SMTP_SECURITY",
                "none",
                "EDC_MAIL_FROM",
                "casebook@demonstration.invalid");
    }

    /** Every letter that came, the oldest first. */
    public static synchronized List<MimeMessage> letters() {
        Assumptions.assumeTrue(server != null, "a running demonstration sends no letters here");
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The letters whose subject names this, once there are so many; fewer when they did not come within half a minute. */
    public static List<MimeMessage> about(String named, int letters) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<MimeMessage> found = naming(named);
        while (found.size() < letters && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            found = naming(named);
        }
        return found;
    }

    private static List<MimeMessage> naming(String named) {
        return letters().stream()
                .filter(letter -> subject(letter).contains(named))
                .toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
