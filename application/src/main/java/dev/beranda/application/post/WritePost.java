package dev.beranda.application.post;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Shelf;
import dev.beranda.domain.post.StageChange;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.TagName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Write a post: for oneself at first, or for everybody at once.
public final class WritePost {

    /// @param slug nothing to have one made of the title
    /// @param category nothing for none
    /// @param isOut whether everybody may read it now
    public record Command(
            Writer by,
            Story story,
            @Nullable Slug slug,
            List<TagName> tags,
            @Nullable Slug category,
            Cover cover,
            boolean isOut) {

        public Command {
            tags = List.copyOf(tags);
        }
    }

    public sealed interface Outcome {

        record Written(PostView post) implements Outcome {}

        record MayNotWrite() implements Outcome {}

        /// Another post has it, or had it once.
        record SlugTaken() implements Outcome {}

        record NoSuchCategory() implements Outcome {}

        record NoSuchCover() implements Outcome {}

        record TooTangled() implements Outcome {}
    }

    private final Posts posts;
    private final Revisions revisions;
    private final Categories categories;
    private final Media media;
    private final TagMint tagMint;
    private final PostReader reader;
    private final Typesetter typesetter;
    private final Transliteration transliteration;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public WritePost(
            Posts posts,
            Revisions revisions,
            Categories categories,
            Media media,
            TagMint tagMint,
            PostReader reader,
            Typesetter typesetter,
            Transliteration transliteration,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.categories = categories;
        this.media = media;
        this.tagMint = tagMint;
        this.reader = reader;
        this.typesetter = typesetter;
        this.transliteration = transliteration;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome write(Command command) {
        if (!command.by().mayWrite()) {
            return new Outcome.MayNotWrite();
        }
        return switch (typesetter.article(command.story().body())) {
            case Typesetting.TooTangled() -> new Outcome.TooTangled();
            case Typeset typeset -> transactions.write(() -> file(command, typeset));
        };
    }

    private Outcome file(Command command, Typeset typeset) {
        Optional<CategoryId> category = Optional.ofNullable(command.category()).flatMap(categories::called);
        if (command.category() != null && category.isEmpty()) {
            return new Outcome.NoSuchCategory();
        }
        if (command.cover() instanceof Cover.Picture(var picture)
                && media.find(picture).isEmpty()) {
            return new Outcome.NoSuchCover();
        }
        var id = new PostId(uuids.next());
        Shelf shelf = category.<Shelf>map(Shelf.Under::new).orElseGet(Shelf.None::new);
        return claim(command, id)
                .<Outcome>map(slug -> new Outcome.Written(add(command, id, slug, shelf, typeset)))
                .orElseGet(Outcome.SlugTaken::new);
    }

    private Optional<Slug> claim(Command command, PostId id) {
        List<Slug> wanted = command.slug() == null
                ? Post.addresses(
                        id, transliteration.plainLetters(command.story().title().value()))
                : List.of(command.slug());
        return posts.claim(wanted, id);
    }

    private PostView add(Command command, PostId id, Slug slug, Shelf shelf, Typeset typeset) {
        Instant now = clock.instant();
        Writer by = command.by();
        var filing = new Filing(tagMint.named(command.tags(), now), shelf, command.cover());
        var draft = Post.draft(id, by.id(), slug, command.story(), filing, now);
        events.append(new PostEvent.Written(id, by.id(), now));
        posts.add(command.isOut() ? out(draft, by, now) : draft, typeset);
        revisions.keep(id, by.id(), command.story(), filing, now);
        return reader.find(new PostKey.Id(id), new Audience.One(by)).orElseThrow();
    }

    private Post out(Post draft, Writer by, Instant now) {
        if (!(draft.publish(by, now) instanceof StageChange.Changed(var post, var news))) {
            throw new IllegalStateException("a draft of one's own that one may not publish");
        }
        news.forEach(events::append);
        return post;
    }
}
