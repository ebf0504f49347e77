package dev.beranda.application.letter;

import dev.beranda.domain.shared.Language;
import java.util.List;

/// See what people are going to be written, before they are.
public final class PreviewLetters {

    public record Query(Language language) {}

    private final LetterSamples samples;

    public PreviewLetters(LetterSamples samples) {
        this.samples = samples;
    }

    public List<SentLetterView> preview(Query query) {
        return samples.in(query.language());
    }
}
