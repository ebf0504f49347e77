package dev.beranda.application.readership;

import dev.beranda.application.post.PostCardView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.util.List;
import java.util.Optional;

/// Reads what somebody can read, and what they made of it. What is not to be seen by everybody is not there, but for
/// what one takes leave of.
public interface ReadershipReader {

    Optional<PostId> legible(PostKey post);

    /// Whoever may see it.
    Optional<PostId> called(PostKey post);

    /// What they kept last comes first.
    Page<PostCardView> bookmarks(UserId reader, PageRequest page);

    /// What those they follow gave out, the newest first.
    Page<PostCardView> feed(UserId reader, PageRequest page);

    /// Whom they followed last comes first.
    Page<FollowedView> followed(UserId reader, PageRequest page);

    MarksView marks(UserId reader, List<PostId> posts, List<Username> people);
}
