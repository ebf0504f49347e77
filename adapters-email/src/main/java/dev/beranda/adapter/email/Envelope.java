package dev.beranda.adapter.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/// A message with a mark we give it ourselves: the library would think of another each time.
final class Envelope extends MimeMessage {

    private final String mark;

    Envelope(Session session, String mark) {
        super(session);
        this.mark = mark;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", mark);
    }

    /// The best form comes last, as the standard wants it.
    void enclose(String text, String html) throws MessagingException {
        setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
