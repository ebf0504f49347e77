package dev.beranda.domain.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// What readers left on posts.
public interface Marks {

    /// @return false if it was there already, and stays as old as it was
    boolean leave(Mark mark, PostId post, UserId reader, Instant now);

    /// @return false if it was not there
    boolean takeBack(Mark mark, PostId post, UserId reader);
}
