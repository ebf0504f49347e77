package dev.beranda.application.post;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Filed;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revision;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Rewriting;
import dev.beranda.domain.post.Shelf;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.TagName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Write a post anew, or a part of it. What is not mentioned stays as it is; who names the version they saw is told
/// when it is no longer the present one. What it said before is kept.
public final class EditPost {

    public record Command(Writer by, PostKey post, BasedOn seen, Wish wish) {}

    public sealed interface Wish {

        /// The text to be set; nothing for the one there is.
        @Nullable
        Markdown body();
    }

    /// To be again what it was, filed as it was then.
    public record Return(Revision to) implements Wish {

        @Override
        public Markdown body() {
            return to.story().body();
        }
    }

    /// What is to be different.
    ///
    /// @param category [Move.Away] to take it off its shelf
    public record Changes(
            @Nullable Title title,
            @Nullable Markdown body,
            @Nullable Excerpt excerpt,
            @Nullable Slug slug,
            @Nullable List<TagName> tags,
            Move category,
            @Nullable Cover cover)
            implements Wish {

        Story applyTo(Story story) {
            return new Story(
                    title == null ? story.title() : title,
                    body == null ? story.body() : body,
                    excerpt == null ? story.excerpt() : excerpt);
        }
    }

    private record SetText(Markdown text, Typeset typeset) {}

    /// From one shelf to another.
    public sealed interface Move {

        record Stay() implements Move {}

        record Away() implements Move {}

        record Under(Slug category) implements Move {}
    }

    public sealed interface Outcome {

        record Edited(PostView post) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record InTrash() implements Outcome {}

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
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EditPost(
            Posts posts,
            Revisions revisions,
            Categories categories,
            Media media,
            TagMint tagMint,
            PostReader reader,
            Typesetter typesetter,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.categories = categories;
        this.media = media;
        this.tagMint = tagMint;
        this.reader = reader;
        this.typesetter = typesetter;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A text is set outside of the transaction: it takes a while.
    public Outcome edit(Command command) {
        Markdown body = command.wish().body();
        if (body == null) {
            Optional<SetText> present = isInWords(command.wish()) ? setAgain(command) : Optional.empty();
            return transactions.write(() -> edit(command, present));
        }
        return switch (typesetter.article(body)) {
            case Typesetting.TooTangled() -> new Outcome.TooTangled();
            case Typeset typeset -> transactions.write(() -> edit(command, Optional.of(new SetText(body, typeset))));
        };
    }

    private static boolean isInWords(Wish wish) {
        return wish instanceof Changes changes && (changes.title() != null || changes.excerpt() != null);
    }

    /// With another title or excerpt, its text is what it was, and was let through then.
    private Optional<SetText> setAgain(Command command) {
        return posts.find(command.post())
                .filter(post -> post.isInHandsOf(command.by()))
                .map(post -> post.story().body())
                .map(text -> new SetText(text, typesetter.again(text)));
    }

    private Outcome edit(Command command, Optional<SetText> set) {
        return posts.find(command.post()).map(post -> edit(post, command, set)).orElseGet(Outcome.NoSuchPost::new);
    }

    private Outcome edit(Post post, Command command, Optional<SetText> set) {
        if (!post.isInHandsOf(command.by())) {
            return post.isOpen(clock.instant()) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
        }
        if (post.isTrashed()) {
            return new Outcome.InTrash();
        }
        if (!command.seen().covers(post.version())) {
            return new Outcome.Stale();
        }
        return switch (command.wish()) {
            case Changes changes -> edit(post, changes, command.by(), set);
            case Return(var revision) ->
                rewrite(post, post.slug(), revision.story(), filing(post, revision), command.by(), set);
        };
    }

    /// Looked up again, for what it was filed under may have gone since somebody looked.
    private Filing filing(Post post, Revision revision) {
        return revisions.find(post.id(), revision.number()).map(Revision::filed).orElseGet(Filed.Unknown::new)
                        instanceof Filed.As(var filing)
                ? filing
                : post.filing();
    }

    private Outcome edit(Post post, Changes changes, Writer by, Optional<SetText> set) {
        if (changes.cover() instanceof Cover.Picture(var picture)
                && media.find(picture).isEmpty()) {
            return new Outcome.NoSuchCover();
        }
        return shelf(post, changes.category())
                .map(shelf -> edit(post, shelf, changes, by, set))
                .orElseGet(Outcome.NoSuchCategory::new);
    }

    private Optional<Shelf> shelf(Post post, Move move) {
        return switch (move) {
            case Move.Stay() -> Optional.of(post.filing().shelf());
            case Move.Away() -> Optional.of(new Shelf.None());
            case Move.Under(var slug) -> categories.called(slug).map(Shelf.Under::new);
        };
    }

    private Outcome edit(Post post, Shelf shelf, Changes changes, Writer by, Optional<SetText> set) {
        Slug slug = changes.slug() == null ? post.slug() : changes.slug();
        if (!slug.equals(post.slug()) && !posts.claim(slug, post.id())) {
            return new Outcome.SlugTaken();
        }
        return rewrite(post, slug, changes.applyTo(post.story()), filing(post, shelf, changes), by, set);
    }

    private Outcome rewrite(Post post, Slug slug, Story story, Filing filing, Writer by, Optional<SetText> set) {
        Instant now = clock.instant();
        return switch (post.rewrite(by, slug, story, filing, now)) {
            case Rewriting.Unchanged _ -> new Outcome.Edited(view(post, by));
            case Rewriting.Rewritten(var rewritten, boolean inWords, var event) -> {
                save(rewritten, inWords, set);
                if (inWords || !rewritten.filing().equals(post.filing())) {
                    revisions.keep(post.id(), by.id(), story, filing, now);
                }
                events.append(event);
                yield new Outcome.Edited(view(rewritten, by));
            }
            case Rewriting.NotTheirs _, Rewriting.InTrash _ ->
                throw new IllegalStateException("who was let near it may not touch it");
        };
    }

    private Filing filing(Post post, Shelf shelf, Changes changes) {
        return new Filing(
                changes.tags() == null ? post.filing().tags() : tagMint.named(changes.tags(), clock.instant()),
                shelf,
                changes.cover() == null ? post.filing().cover() : changes.cover());
    }

    private void save(Post post, boolean inWords, Optional<SetText> set) {
        if (inWords) {
            posts.rewrite(post, ofItsText(post, set));
        } else {
            posts.save(post);
        }
    }

    /// Where it became another while the one it was before was set, the race is lost.
    private static Typeset ofItsText(Post post, Optional<SetText> set) {
        return set.filter(one -> one.text().equals(post.story().body()))
                .orElseThrow(() -> new StaleAggregate("A post"))
                .typeset();
    }

    private PostView view(Post post, Writer by) {
        return reader.find(new PostKey.Id(post.id()), new Audience.One(by)).orElseThrow();
    }
}
