package dev.beranda.application.letter;

import java.util.List;

/// Read the letters of the development mailbox: for who tries the house out, and for tests. It holds keys to other
/// people's accounts, so it exists only where no mail leaves the house.
public final class ReadMailbox {

    public record Query(int most) {}

    private final MailboxReader mailbox;

    public ReadMailbox(MailboxReader mailbox) {
        this.mailbox = mailbox;
    }

    public List<SentLetterView> read(Query query) {
        return mailbox.newest(query.most());
    }
}
