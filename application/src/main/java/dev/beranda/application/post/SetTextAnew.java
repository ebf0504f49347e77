package dev.beranda.application.post;

import dev.beranda.domain.post.AgedTexts;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting.Typeset;

/// Set the text of a post by the rules of today.
public final class SetTextAnew {

    public record Command(PostId post) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// It is gone, or somebody has saved it just now, by which it was set anew.
        record NothingToDo() implements Outcome {}
    }

    private final Posts posts;
    private final AgedTexts texts;
    private final Typesetter typesetter;
    private final Transactions transactions;

    public SetTextAnew(Posts posts, AgedTexts texts, Typesetter typesetter, Transactions transactions) {
        this.posts = posts;
        this.texts = texts;
        this.typesetter = typesetter;
        this.transactions = transactions;
    }

    /// Setting takes a while, so it stands outside of the transaction, which looks whether it is still the same post.
    public Outcome set(Command command) {
        return posts.find(new PostKey.Id(command.post())).map(this::set).orElseGet(Outcome.NothingToDo::new);
    }

    private Outcome set(Post post) {
        Typeset typeset = typesetter.again(post.story().body());
        return transactions.write(() -> texts.renew(post, typeset)) ? new Outcome.Done() : new Outcome.NothingToDo();
    }
}
