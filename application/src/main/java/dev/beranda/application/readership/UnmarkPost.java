package dev.beranda.application.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.readership.Mark;
import dev.beranda.domain.readership.Marks;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;

/// Think better of a like or a bookmark.
public final class UnmarkPost {

    public record Command(Mark mark, PostKey post, UserId reader) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// Or none that everybody can read.
        record NoSuchPost() implements Outcome {}
    }

    private final ReadershipReader posts;
    private final Marks marks;
    private final Transactions transactions;

    public UnmarkPost(ReadershipReader posts, Marks marks, Transactions transactions) {
        this.posts = posts;
        this.marks = marks;
        this.transactions = transactions;
    }

    public Outcome unmark(Command command) {
        return transactions.write(() ->
                posts.legible(command.post()).map(post -> unmark(command, post)).orElseGet(Outcome.NoSuchPost::new));
    }

    private Outcome unmark(Command command, PostId post) {
        marks.takeBack(command.mark(), post, command.reader());
        return new Outcome.Done();
    }
}
