package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.post.PostKey;
import java.util.Optional;

/// Reads comments for show. What somebody may not see is not there; of what others can read the answers to, the place.
public interface ThreadReader {

    /// @return nothing if there is no such post for them
    Optional<Page<CommentView>> list(PostKey post, Audience audience, ThreadOrder order, PageRequest page);

    Optional<CommentView> find(CommentId comment, Audience audience);
}
