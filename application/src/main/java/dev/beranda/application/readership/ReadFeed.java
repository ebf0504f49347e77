package dev.beranda.application.readership;

import dev.beranda.application.post.PostCardView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.user.UserId;

/// Show somebody what those they follow gave out.
public final class ReadFeed {

    public record Query(UserId reader, PageRequest page) {}

    private final ReadershipReader readership;

    public ReadFeed(ReadershipReader readership) {
        this.readership = readership;
    }

    public Page<PostCardView> read(Query query) {
        return readership.feed(query.reader(), query.page());
    }
}
