package org.casebook.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The SMTP server of the installation, spoken to by Jakarta Mail, which the server brings (docs/operations.md). A line that dies
 * holds nobody up for more than some seconds.
 */
@ApplicationScoped
class MailServer {

    private static final String PATIENCE_MILLIS = "10000";

    @Inject
    @ConfigProperty(name = "edc.smtp.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "edc.smtp.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "edc.smtp.security", defaultValue = "starttls")
    private String security;

    @Inject
    @ConfigProperty(name = "edc.smtp.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "edc.smtp.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "edc.mail.from")
    private Optional<String> from;

    boolean known() {
        return host.isPresent() && from.isPresent();
    }

    /**
     * Hands a letter to the mail server.
     *
     * @throws MessagingException when it does not take it
     */
    void send(Letter letter) throws MessagingException {
        MimeMessage message = new Named(session(), letter.messageId());
        message.setFrom(new InternetAddress(from.orElseThrow()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient()));
        message.setSubject(letter.text().subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text().body(), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(letter.writtenAt().atOffset(ZoneOffset.UTC)));
        // a letter of a program: no answers of absence come back (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }

    private Session session() {
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", host.orElseThrow());
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.orElse(""), password.orElse(""));
            }
        });
    }

    /** A message that keeps its name when it is sent again, so that mail programs know the second one. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            String sender = ((InternetAddress) getFrom()[0]).getAddress();
            setHeader("Message-ID", "<" + name + sender.substring(sender.indexOf('@')) + ">");
        }
    }
}
