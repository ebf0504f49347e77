package dev.beranda.application.letter;

import dev.beranda.domain.shared.Language;
import java.util.List;

/// Shows every kind of letter there is, as if somebody were written to.
public interface LetterSamples {

    List<SentLetterView> in(Language language);
}
