package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.PostId;
import java.util.Optional;

/// Reads the versions of a post that were saved, for show.
public interface RevisionReader {

    /// The latest first.
    Page<RevisionView> list(PostId post, PageRequest page);

    Optional<RevisionTextView> find(PostId post, int number);
}
