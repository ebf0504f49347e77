package dev.beranda.application.readership;

import dev.beranda.application.post.PostCardView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.user.UserId;

/// List what somebody kept for later.
public final class ListBookmarks {

    public record Query(UserId reader, PageRequest page) {}

    private final ReadershipReader readership;

    public ListBookmarks(ReadershipReader readership) {
        this.readership = readership;
    }

    public Page<PostCardView> list(Query query) {
        return readership.bookmarks(query.reader(), query.page());
    }
}
