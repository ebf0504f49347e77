package dev.beranda.application.letter;

import java.time.Instant;
import java.util.List;

/// A letter as its reader gets it.
public record SentLetterView(List<String> to, String subject, String text, String html, Instant at) {

    public SentLetterView {
        to = List.copyOf(to);
    }
}
