package dev.beranda.application.post;

import dev.beranda.domain.post.AgedTexts;
import dev.beranda.domain.post.PostId;
import java.util.List;

/// Find posts whose text was set by rules that have changed since.
public final class FindAgedTexts {

    public record Query(int atMost) {}

    private final AgedTexts texts;

    public FindAgedTexts(AgedTexts texts) {
        this.texts = texts;
    }

    public List<PostId> find(Query query) {
        return texts.find(query.atMost());
    }
}
