package dev.beranda.domain.post;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.List;
import java.util.Optional;

public interface Posts {

    Optional<Post> find(PostKey key);

    /// Gives a post an address, for ever: it leads there even when it is no longer the present one. Who else wants
    /// it at the same moment waits, and then does not get it.
    ///
    /// @param wanted the first of them that is not another post's is given
    /// @return nothing if all are, and nothing was done
    Optional<Slug> claim(List<Slug> wanted, PostId post);

    /// @return false if it is another post's, and nothing was done
    default boolean claim(Slug slug, PostId post) {
        return claim(List.of(slug), post).isPresent();
    }

    /// @param post with a slug it has claimed
    void add(Post post, Typeset typeset);

    /// Saves where it stands; its text is as it was.
    Post save(Post post);

    /// Saves all of it.
    ///
    /// @param post with a slug it has claimed
    Post rewrite(Post post, Typeset typeset);
}
