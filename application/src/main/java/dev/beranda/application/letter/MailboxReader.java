package dev.beranda.application.letter;

import java.util.List;

/// Reads the letters that were kept instead of being sent.
public interface MailboxReader {

    /// The newest first.
    List<SentLetterView> newest(int most);
}
