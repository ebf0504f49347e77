package dev.beranda.adapter.email;

import dev.beranda.application.letter.SentLetterView;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of the mailbox folder. Others use the folder too: it may be gone or be something else by the time
/// it is read.
record KeptLetter(Path file, FileTime at) {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLetter.class);

    Optional<SentLetterView> read() {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(view(new MimeMessage(Session.getInstance(new Properties()), in)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | MessagingException e) {
            LOG.warn("{} is not a letter that can be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static SentLetterView view(MimeMessage message) throws MessagingException, IOException {
        Address[] to = message.getRecipients(RecipientType.TO);
        if (to == null
                || message.getSubject() == null
                || message.getSentDate() == null
                || !(message.getContent() instanceof MimeMultipart parts)) {
            throw new MessagingException("not one of ours");
        }
        return new SentLetterView(
                addresses(to),
                message.getSubject(),
                part(parts, "text/plain"),
                part(parts, "text/html"),
                message.getSentDate().toInstant());
    }

    private static List<String> addresses(Address[] to) {
        return Arrays.stream(to)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.getAddress() : address.toString())
                .toList();
    }

    private static String part(MimeMultipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type) && part.getContent() instanceof String text) {
                return text.replace("\r\n", "\n");
            }
        }
        throw new MessagingException("without " + type);
    }
}
