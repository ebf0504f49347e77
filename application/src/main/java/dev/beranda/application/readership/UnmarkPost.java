package dev.beranda.application.readership;

import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.readership.Mark;
import dev.beranda.domain.readership.Marks;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;

/// Think better of a like or a bookmark, also where the post is not to be read any more. Afterwards there is none,
/// whether there was one or not and whether there is such a post or not: which of these it was is told to nobody.
public final class UnmarkPost {

    public record Command(Mark mark, PostKey post, UserId reader) {}

    private final ReadershipReader posts;
    private final Marks marks;
    private final Transactions transactions;

    public UnmarkPost(ReadershipReader posts, Marks marks, Transactions transactions) {
        this.posts = posts;
        this.marks = marks;
        this.transactions = transactions;
    }

    public void unmark(Command command) {
        posts.called(command.post())
                .ifPresent(post -> transactions.write(() -> marks.takeBack(command.mark(), post, command.reader())));
    }
}
