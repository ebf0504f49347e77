package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.post.Author;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Shelf;
import dev.beranda.domain.post.Stage;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.TagName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes in what was written elsewhere, as a post of this house. What was edited here since is left alone, unless it is
/// said that it should not be.
final class ArticleIntake {

    /// Wide enough for any column of text.
    private static final String PICTURE = "/api/media/%s/1600";

    private static final String GONE = "removed_here";

    private final Posts posts;
    private final Revisions revisions;
    private final Media media;
    private final TagMint tagMint;
    private final Provenances provenances;
    private final CategoryIntake categories;
    private final PictureIntake pictures;
    private final Bylines bylines;
    private final SlugWish slugs;
    private final Unpacker unpacker;
    private final Typesetter typesetter;
    private final Transliteration transliteration;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;

    ArticleIntake(
            Posts posts,
            Revisions revisions,
            Media media,
            TagMint tagMint,
            Provenances provenances,
            CategoryIntake categories,
            PictureIntake pictures,
            Bylines bylines,
            SlugWish slugs,
            Unpacker unpacker,
            Typesetter typesetter,
            Transliteration transliteration,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids) {
        this.posts = posts;
        this.revisions = revisions;
        this.media = media;
        this.tagMint = tagMint;
        this.provenances = provenances;
        this.categories = categories;
        this.pictures = pictures;
        this.bylines = bylines;
        this.slugs = slugs;
        this.unpacker = unpacker;
        this.typesetter = typesetter;
        this.transliteration = transliteration;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
    }

    /// What of it is in order.
    private record Manuscript(Article article, String digest, Story story, Typeset typeset) {}

    /// The text is set before anything is locked: it takes a while. What it shows here is a part of what tells it from
    /// what it was before, so that a picture that was refused once, or is another one by now, reaches it.
    public ImportedItem take(Trip trip, Article brought) {
        var notes = Notes.on(brought.label(), brought.remarks());
        Article article = illustrated(trip, brought, notes);
        String digest = unpacker.fingerprint(article);
        Optional<Provenance> known = provenances.find(trip.key(article.label()));
        if (isSame(trip, known, article, digest)) {
            return unchanged(known.orElseThrow(), notes);
        }
        return manuscript(article, digest, notes)
                .map(manuscript -> transactions.write(() -> file(trip, manuscript, notes.copy())))
                .orElseGet(notes::refused);
    }

    private boolean isSame(Trip trip, Optional<Provenance> known, Article article, String digest) {
        return !trip.overwrite()
                && known.filter(before -> before.digest().equals(digest))
                        .filter(before -> article.cover().isEmpty() || !lacksCover(before))
                        .isPresent();
    }

    /// It may have been brought before its picture was, when what a text shows was no part yet of what it is told by.
    private boolean lacksCover(Provenance known) {
        return find(known.local())
                .filter(post -> post.version() == known.seen() && post.filing().cover() instanceof Cover.None)
                .isPresent();
    }

    private ImportedItem unchanged(Provenance known, Notes notes) {
        return find(known.local())
                .map(post ->
                        notes.taken(Fate.UNCHANGED, known.local(), post.slug().value()))
                .orElseGet(() -> notes.skipped(new Flaw(GONE), known.local(), ""));
    }

    private Optional<Manuscript> manuscript(Article article, String digest, Notes notes) {
        Optional<Title> title = notes.need("title", Title.parse(article.title()));
        Optional<Markdown> body = notes.need("body", Markdown.parse(text(article), Markdown.Kind.ARTICLE));
        Excerpt excerpt =
                notes.want("excerpt", Excerpt.parse(article.excerpt())).orElse(Excerpt.NONE);
        if (title.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        var story = new Story(title.get(), body.get(), excerpt);
        return switch (typesetter.article(story.body())) {
            case Typesetting.TooTangled() -> {
                notes.refused("body", new Flaw("markup_too_complex"));
                yield Optional.empty();
            }
            case Typeset typeset -> Optional.of(new Manuscript(article, digest, story, typeset));
        };
    }

    private static String text(Article article) {
        return article.body().stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(var text) -> text;
                    case Piece.Shown(var _, var written) -> written;
                })
                .collect(Collectors.joining());
    }

    /// With our addresses of the pictures in its text, and our name of the one that stands for it.
    private Article illustrated(Trip trip, Article article, Notes notes) {
        List<Piece> pieces =
                article.body().stream().map(piece -> shown(trip, piece, notes)).toList();
        return article.showing(pieces, cover(trip, article, notes));
    }

    private Piece shown(Trip trip, Piece piece, Notes notes) {
        return switch (piece) {
            case Piece.Words words -> words;
            case Piece.Shown(var medium, var written) ->
                new Piece.Words(
                        pictures.called(trip, medium).map(PICTURE::formatted).orElseGet(() -> {
                            notes.warn("body", new Flaw("media_unknown"));
                            return written;
                        }));
        };
    }

    /// Empty where it has none, and where there is none of this name.
    private String cover(Trip trip, Article article, Notes notes) {
        if (article.cover().isEmpty()) {
            return "";
        }
        Optional<MediaId> picture = pictures.called(trip, article.cover()).or(() -> ours(article.cover()));
        if (picture.isEmpty()) {
            notes.warn("cover", new Flaw("media_unknown"));
        }
        return picture.map(MediaId::toString).orElse("");
    }

    private ImportedItem file(Trip trip, Manuscript manuscript, Notes notes) {
        Article article = manuscript.article();
        Optional<Provenance> known = provenances.find(trip.key(article.label()));
        if (isSame(trip, known, article, manuscript.digest())) {
            return unchanged(known.orElseThrow(), notes);
        }
        Optional<Post> present = known.map(Provenance::local)
                .or(() -> Optional.ofNullable(article.id()))
                .flatMap(this::find);
        if (present.isPresent()) {
            return renew(trip, manuscript, known, present.get(), notes);
        }
        if (known.isPresent() && !trip.overwrite()) {
            return notes.skipped(new Flaw(GONE), known.get().local(), "");
        }
        return add(trip, manuscript, known, notes);
    }

    private Optional<Post> find(UUID id) {
        return posts.find(new PostKey.Id(new PostId(id)));
    }

    private ImportedItem add(Trip trip, Manuscript manuscript, Optional<Provenance> known, Notes notes) {
        Article article = manuscript.article();
        var id = new PostId(article.id() == null ? uuids.next() : article.id());
        note(known, new Provenance(trip.key(article.label()), id.value(), manuscript.digest(), 0));
        Slug slug = claim(manuscript, id, notes);
        Instant created = created(trip, article);
        var post = Post.brought(
                id,
                author(trip, article, notes),
                slug,
                manuscript.story(),
                filing(trip, article, notes),
                stage(trip, article, created),
                created,
                updated(trip, article, created));
        posts.add(post, manuscript.typeset());
        revisions.keep(id, trip.by().id(), post.story(), post.filing(), trip.now());
        claimFormers(article, id, notes);
        events.append(new PostEvent.Brought(id, trip.by().id(), trip.now()));
        return notes.taken(Fate.CREATED, id.value(), slug.value());
    }

    private ImportedItem renew(
            Trip trip, Manuscript manuscript, Optional<Provenance> known, Post present, Notes notes) {
        boolean isUntouched =
                known.map(before -> before.seen() == present.version()).orElse(false);
        if (known.isPresent() && !isUntouched && !trip.overwrite()) {
            return edited(present, notes);
        }
        Post renewed = renewed(trip, manuscript, present, isUntouched || trip.overwrite(), notes);
        var key = trip.key(manuscript.article().label());
        if (renewed.equals(present)) {
            note(known, new Provenance(key, present.id().value(), manuscript.digest(), present.version()));
            return notes.taken(
                    Fate.UNCHANGED, present.id().value(), present.slug().value());
        }
        if (!isUntouched && !trip.overwrite()) {
            return edited(present, notes);
        }
        Post saved = posts.rewrite(renewed, manuscript.typeset());
        if (!saved.story().equals(present.story()) || !saved.filing().equals(present.filing())) {
            revisions.keep(saved.id(), trip.by().id(), saved.story(), saved.filing(), trip.now());
        }
        claimFormers(manuscript.article(), saved.id(), notes);
        note(known, new Provenance(key, saved.id().value(), manuscript.digest(), saved.version()));
        events.append(new PostEvent.Brought(saved.id(), trip.by().id(), trip.now()));
        return notes.taken(Fate.UPDATED, saved.id().value(), saved.slug().value());
    }

    private static ImportedItem edited(Post present, Notes notes) {
        return notes.skipped(
                new Flaw("edited_here"), present.id().value(), present.slug().value());
    }

    private Post renewed(Trip trip, Manuscript manuscript, Post present, boolean mayClaim, Notes notes) {
        Article article = manuscript.article();
        Instant created = created(trip, article);
        return present.broughtAgain(
                article.byline() instanceof Byline.Unsaid ? present.author() : author(trip, article, notes),
                movedTo(article, present, mayClaim, notes),
                manuscript.story(),
                filing(trip, article, notes),
                stage(trip, article, since(present).orElse(created)),
                article.updatedAt() == null ? present.updatedAt() : updated(trip, article, created));
    }

    /// The address it has there by now, unless somebody else has it here.
    private Slug movedTo(Article article, Post present, boolean mayClaim, Notes notes) {
        Optional<Slug> wanted = slugs.near(article.slug()).filter(slug -> !slug.equals(present.slug()));
        if (wanted.isEmpty() || isNear(present.slug(), wanted.get())) {
            return present.slug();
        }
        if (!mayClaim || posts.claim(wanted.get(), present.id())) {
            return wanted.get();
        }
        notes.warn("slug", new Flaw("slug_taken"));
        return present.slug();
    }

    /// Where its own was taken when it first came.
    private static boolean isNear(Slug present, Slug wanted) {
        return SlugWish.around(wanted).contains(present);
    }

    private Slug claim(Manuscript manuscript, PostId id, Notes notes) {
        Article article = manuscript.article();
        Optional<Slug> wanted = slugs.near(article.slug());
        List<Slug> byTitle = Post.addresses(
                id, transliteration.plainLetters(manuscript.story().title().value()));
        Slug slug = Stream.concat(wanted.stream().flatMap(one -> SlugWish.around(one).stream()), byTitle.stream())
                .filter(one -> posts.claim(one, id))
                .findFirst()
                .orElseThrow(() -> new StaleAggregate("An address"));
        if (!article.slug().isEmpty() && !article.slug().equals(slug.value())) {
            notes.warn("slug", new Flaw("slug_changed", slug.value()));
        }
        return slug;
    }

    private void claimFormers(Article article, PostId id, Notes notes) {
        for (String former : article.formerSlugs()) {
            Optional<Slug> slug = slugs.near(former);
            if (slug.isEmpty() || !posts.claim(slug.get(), id)) {
                notes.warn("former_slugs", new Flaw("slug_taken"));
            }
        }
    }

    private Author author(Trip trip, Article article, Notes notes) {
        return switch (article.byline()) {
            case Byline.Unsaid() -> new Author.Known(trip.by().id());
            case Byline.Nobody() -> new Author.Forgotten();
            case Byline.Named(var names) ->
                new Author.Known(bylines.of(trip, names).orElseGet(() -> {
                    notes.warn("author", new Flaw("author_unknown", names.isEmpty() ? "" : names.getFirst()));
                    return trip.by().id();
                }));
        };
    }

    private Filing filing(Trip trip, Article article, Notes notes) {
        Shelf shelf = article.category().isEmpty()
                ? new Shelf.None()
                : categories
                        .called(article.category(), notes, trip.now())
                        .<Shelf>map(Shelf.Under::new)
                        .orElseGet(Shelf.None::new);
        return new Filing(
                tags(trip, article, notes),
                shelf,
                ours(article.cover()).<Cover>map(Cover.Picture::new).orElseGet(Cover.None::new));
    }

    private List<TagId> tags(Trip trip, Article article, Notes notes) {
        List<TagName> named = article.tags().stream()
                .flatMap(raw -> notes.want("tags", TagName.parse(raw)).stream())
                .toList();
        List<TagName> distinct = named.stream()
                .collect(Collectors.toMap(TagName::key, name -> name, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        if (distinct.size() > Filing.MOST_TAGS) {
            notes.warn("tags", new Flaw("list_too_long", Filing.MOST_TAGS));
        }
        return tagMint.named(distinct.stream().limit(Filing.MOST_TAGS).toList(), trip.now());
    }

    private Optional<MediaId> ours(String name) {
        return PostKey.of(name)
                .filter(PostKey.Id.class::isInstance)
                .map(_ -> new MediaId(UUID.fromString(name)))
                .filter(medium -> media.find(medium).isPresent());
    }

    /// Where it does not say since when it can be read, it was when it first came.
    private static Optional<Instant> since(Post present) {
        return switch (present.stage() instanceof Stage.Trashed(var before, var _) ? before : present.stage()) {
            case Stage.Open(var from, var _) -> Optional.of(from);
            case Stage.Withdrawn(var since) -> Optional.of(since);
            case Stage.Draft(), Stage.Trashed _ -> Optional.empty();
        };
    }

    private static Stage stage(Trip trip, Article article, Instant otherwise) {
        Instant from = Stream.of(Optional.ofNullable(article.publishedAt()), Optional.ofNullable(article.createdAt()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(ArticleIntake::toTheMicrosecond)
                .orElse(otherwise);
        @Nullable Instant trashed = article.trashedAt() == null ? null : trip.moment(article.trashedAt());
        Stage.Kept stage =
                switch (article.status()) {
                    case DRAFT -> new Stage.Draft();
                    case PUBLISHED -> Stage.openSince(from, trashed == null ? trip.now() : trashed);
                    case WITHDRAWN -> new Stage.Withdrawn(trip.moment(from));
                };
        return trashed == null ? stage : new Stage.Trashed(stage, trashed);
    }

    /// Nothing is written in the future, though some of it is to be read only then.
    private static Instant created(Trip trip, Article article) {
        @Nullable Instant said = article.createdAt() == null ? article.publishedAt() : article.createdAt();
        return trip.moment(said == null ? trip.now() : said);
    }

    private static Instant updated(Trip trip, Article article, Instant created) {
        return article.updatedAt() == null ? created : trip.moment(article.updatedAt());
    }

    /// As finely as it is kept.
    private static Instant toTheMicrosecond(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private void note(Optional<Provenance> known, Provenance provenance) {
        if (known.isPresent()) {
            provenances.save(provenance);
        } else if (!provenances.claim(provenance)) {
            throw new StaleAggregate("A post that is brought");
        }
    }
}
