package dev.beranda.application.readership;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.user.UserId;

/// List whom somebody follows.
public final class ListFollowed {

    public record Query(UserId reader, PageRequest page) {}

    private final ReadershipReader readership;

    public ListFollowed(ReadershipReader readership) {
        this.readership = readership;
    }

    public Page<FollowedView> list(Query query) {
        return readership.followed(query.reader(), query.page());
    }
}
