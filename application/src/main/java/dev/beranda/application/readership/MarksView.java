package dev.beranda.application.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.Username;
import java.util.List;

/// What a reader left where.
///
/// @param liked of the posts that were asked about
/// @param followed of the people that were asked about
public record MarksView(List<PostId> liked, List<PostId> bookmarked, List<Username> followed) {

    public MarksView {
        liked = List.copyOf(liked);
        bookmarked = List.copyOf(bookmarked);
        followed = List.copyOf(followed);
    }
}
