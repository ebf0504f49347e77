package dev.beranda.adapter.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.application.letter.SentLetterView;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.shared.Language;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everything it takes to write a letter: words, paper, envelope. Nothing a person chose stands in a
/// header.
public final class Stationery {

    private final Sender sender;
    private final InstantSource clock;
    private final Map<Language, Wording> wordings;
    private final TextLayout text = new TextLayout();
    private final HtmlLayout html = new HtmlLayout();

    public Stationery(Sender sender, LinkBase links, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
        String site = sender.name().isEmpty() ? links.host() : sender.name();
        this.wordings = Arrays.stream(Language.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), language -> new Wording(new Phrases(language), site, links)));
    }

    /// Where the letters come from.
    String domain() {
        return sender.address().domain();
    }

    SentLetterView write(Letter letter) {
        Draft draft = wordingIn(letter.language()).draft(letter);
        return new SentLetterView(
                List.of(letter.to().value()), draft.subject(), text.lay(draft), html.lay(draft), clock.instant());
    }

    MimeMessage seal(Letter letter, Session session) throws MessagingException {
        SentLetterView page = write(letter);
        var envelope = new Envelope(session, markOf(letter));
        envelope.setFrom(from());
        envelope.setRecipient(RecipientType.TO, new InternetAddress(letter.to().value(), true));
        envelope.setSubject(page.subject(), UTF_8.name());
        envelope.setSentDate(Date.from(page.at()));
        envelope.setContentLanguage(new String[] {letter.language().tag()});
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.enclose(page.text(), page.html());
        envelope.saveChanges();
        return envelope;
    }

    /// The same for the same letter, so that a mailbox can tell when it gets one twice.
    private String markOf(Letter letter) {
        return "<" + letter.id() + "@" + domain() + ">";
    }

    private InternetAddress from() throws MessagingException {
        try {
            return sender.internetAddress();
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("a machine without UTF-8", e);
        }
    }

    private Wording wordingIn(Language language) {
        Wording wording = wordings.get(language);
        if (wording == null) {
            throw new IllegalStateException("no words in " + language.tag());
        }
        return wording;
    }
}
