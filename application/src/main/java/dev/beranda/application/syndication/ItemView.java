package dev.beranda.application.syndication;

import dev.beranda.application.post.PostCardView;
import dev.beranda.domain.shared.SafeHtml;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A post as programs read it out.
///
/// @param cover nothing for none
public record ItemView(
        PostCardView card, SafeHtml html, @Nullable PictureView cover) {

    public Instant publishedAt() {
        return Objects.requireNonNull(card.publishedAt());
    }

    /// What was planned was written before anybody could read it.
    public Instant changedAt() {
        return card.updatedAt().isAfter(publishedAt()) ? card.updatedAt() : publishedAt();
    }
}
