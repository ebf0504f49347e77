package dev.beranda.adapter.email;

import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands letters to a mail server. A server that stays silent is given up; who sends the letter again is
/// the caller.
public final class SmtpLetters implements Letters {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLetters.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmtpUrl server;
    private final Stationery stationery;
    private final Session session;

    public SmtpLetters(SmtpUrl server, Stationery stationery) {
        this(server, stationery, PATIENCE, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// @param patience how long the server may take to be reached, and for each word it says or listens to
    SmtpLetters(SmtpUrl server, Stationery stationery, Duration patience, SSLSocketFactory trusted) {
        this.server = server;
        this.stationery = stationery;
        this.session = SmtpSession.with(server, stationery.domain(), patience, trusted);
    }

    @Override
    public void send(Letter letter) {
        try {
            deliver(stationery.seal(letter, session));
        } catch (MessagingException e) {
            throw new Undelivered(letter, e);
        }
    }

    private void deliver(MimeMessage envelope) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            server.connect(transport);
            transport.sendMessage(envelope, envelope.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    /// Once the letter was taken on, a clumsy goodbye must not have it sent again.
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server was gone before we said goodbye", e);
        }
    }
}
