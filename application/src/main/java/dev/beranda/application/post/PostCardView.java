package dev.beranda.application.post;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as lists show it, without its text.
///
/// @param publishedAt since when, or from when on, everybody sees it, or could until it was taken back
/// @param author nobody where they wanted to be forgotten
public record PostCardView(
        PostId id,
        Slug slug,
        Title title,
        String excerpt,
        int readingMinutes,
        PostStatus status,
        @Nullable Instant publishedAt,
        @Nullable AuthorView author,
        List<LabelView> tags,
        @Nullable LabelView category,
        @Nullable MediaId cover,
        int comments,
        int likes,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public PostCardView {
        tags = List.copyOf(tags);
    }
}
