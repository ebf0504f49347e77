package dev.beranda.domain.post;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.Optional;

public interface Posts {

    Optional<Post> find(PostKey key);

    /// Gives a post an address, for ever: it leads there even when it is no longer the present one. Who else wants
    /// it at the same moment waits, and then does not get it.
    ///
    /// @return false if it is another post's, and nothing was done
    boolean claim(Slug slug, PostId post);

    /// @param post with a slug it has claimed
    void add(Post post, Typeset typeset);

    /// Saves where it stands; its text is as it was.
    Post save(Post post);

    /// Saves all of it.
    ///
    /// @param post with a slug it has claimed
    Post rewrite(Post post, Typeset typeset);
}
