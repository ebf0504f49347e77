package dev.beranda.application.letter;

import dev.beranda.domain.letter.KeptLetters;
import dev.beranda.domain.user.UserEvent.Forgotten;

/// Throw away what is kept of the letters to somebody who was forgotten.
public final class ForgetLetters {

    public record Command(Forgotten news) {}

    private final KeptLetters kept;

    public ForgetLetters(KeptLetters kept) {
        this.kept = kept;
    }

    public void forget(Command command) {
        kept.forget(command.news().user());
    }
}
