package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.Username;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads posts for show. What somebody may not see is not there.
public interface PostReader {

    Optional<PostView> find(PostKey key, Audience audience);

    Page<PostCardView> list(Selection selection, Which which, PostOrder order, PageRequest page);

    /// From which posts to choose.
    sealed interface Selection {

        /// What everybody sees.
        record Visible() implements Selection {}

        /// What is not to be seen by everybody, of those that are theirs to work on.
        record OnTheDesk(Writer writer, PostStatus status) implements Selection {}
    }

    /// All of them, or those of which all is true that is asked for.
    ///
    /// @param tag nothing for any, as with the others
    /// @param category those below it belong to it
    /// @param from published at this moment or later
    /// @param to published before this moment
    record Which(
            @Nullable Slug tag,
            @Nullable Slug category,
            @Nullable Username author,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
