package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.CommentCard;
import dev.beranda.domain.comment.Answering;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Commenter;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Concern;
import dev.beranda.domain.comment.GuestName;
import dev.beranda.domain.comment.Place;
import dev.beranda.domain.comment.Standing;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.shared.UuidSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes in what was said to posts elsewhere, below what it answers. Who only signed with a name stays a name: that
/// somebody here has the address they left there proves nothing, and their address is none of ours.
final class CommentIntake {

    private static final Markdown NOTHING = new Markdown("");
    private static final Markdown ANYTHING = new Markdown("…");

    private final Comments comments;
    private final Posts posts;
    private final Provenances provenances;
    private final Bylines bylines;
    private final Unpacker unpacker;
    private final Typesetter typesetter;
    private final Transactions transactions;
    private final UuidSource uuids;

    CommentIntake(
            Comments comments,
            Posts posts,
            Provenances provenances,
            Bylines bylines,
            Unpacker unpacker,
            Typesetter typesetter,
            Transactions transactions,
            UuidSource uuids) {
        this.comments = comments;
        this.posts = posts;
        this.provenances = provenances;
        this.bylines = bylines;
        this.unpacker = unpacker;
        this.typesetter = typesetter;
        this.transactions = transactions;
        this.uuids = uuids;
    }

    /// What of it is in order.
    private record Said(CommentCard card, String digest, Markdown text, Typeset typeset) {}

    public ImportedItem take(Trip trip, CommentCard card) {
        String digest = unpacker.fingerprint(card);
        var notes = Notes.on(card.label(), List.of());
        Optional<Provenance> known = provenances.find(trip.key(card.label()));
        if (isSame(trip, known, digest)) {
            return unchanged(known.orElseThrow(), notes);
        }
        return said(card, digest, notes)
                .map(said -> transactions.write(() -> file(trip, said, notes.copy())))
                .orElseGet(notes::refused);
    }

    private static boolean isSame(Trip trip, Optional<Provenance> known, String digest) {
        return !trip.overwrite()
                && known.map(Provenance::digest).filter(digest::equals).isPresent();
    }

    private ImportedItem unchanged(Provenance known, Notes notes) {
        return comments.find(new CommentId(known.local())).isPresent()
                ? notes.taken(Fate.UNCHANGED, known.local(), "")
                : notes.skipped(new Flaw("removed_here"), known.local(), "");
    }

    private Optional<Said> said(CommentCard card, String digest, Notes notes) {
        if (card.standing() == Parcel.Standing.DELETED) {
            return set(card, digest, NOTHING, notes);
        }
        return notes.need("body", Markdown.parse(card.text(), Markdown.Kind.REMARK))
                .flatMap(text -> set(card, digest, text, notes));
    }

    private Optional<Said> set(CommentCard card, String digest, Markdown text, Notes notes) {
        return switch (typesetter.remark(text)) {
            case Typesetting.TooTangled() -> {
                notes.refused("body", new Flaw("markup_too_complex"));
                yield Optional.empty();
            }
            case Typeset typeset -> Optional.of(new Said(card, digest, text, typeset));
        };
    }

    private ImportedItem file(Trip trip, Said said, Notes notes) {
        CommentCard card = said.card();
        Optional<Provenance> known = provenances.find(trip.key(card.label()));
        if (isSame(trip, known, said.digest())) {
            return unchanged(known.orElseThrow(), notes);
        }
        Optional<Comment> present = known.map(Provenance::local)
                .or(() -> Optional.ofNullable(card.id()))
                .flatMap(id -> comments.find(new CommentId(id)));
        if (present.isPresent()) {
            return renew(trip, said, known, present.get(), notes);
        }
        if (known.isPresent() && !trip.overwrite()) {
            return notes.skipped(new Flaw("removed_here"), known.get().local(), "");
        }
        Optional<PostId> post = post(trip, card);
        return post.isPresent()
                ? add(trip, said, post.get(), known, notes)
                : notes.refused("post", new Flaw("post_unknown"));
    }

    private Optional<PostId> post(Trip trip, CommentCard card) {
        return trip.key(Kind.POST, card.post())
                .flatMap(provenances::find)
                .map(known -> new PostId(known.local()))
                .filter(id -> posts.find(new PostKey.Id(id)).isPresent());
    }

    private ImportedItem add(Trip trip, Said said, PostId post, Optional<Provenance> known, Notes notes) {
        CommentCard card = said.card();
        var id = new CommentId(card.id() == null ? uuids.next() : card.id());
        note(known, new Provenance(trip.key(card.label()), id.value(), said.digest(), 0));
        Optional<Comment> answered = answered(trip, card, post, notes);
        Instant written = trip.moment(card.writtenAt() == null ? trip.now() : card.writtenAt());
        Comment comment = Comment.brought(
                id,
                post,
                answered.map(other -> other.place().below(id)).orElseGet(() -> Place.first(id)),
                answered.<Answering>map(other -> new Answering.Another(other.id()))
                        .orElseGet(Answering.ThePost::new),
                author(trip, card, notes),
                said.text(),
                standing(card),
                written,
                card.wordedAt() == null ? written : trip.moment(card.wordedAt()));
        long seen = add(comment, said, card.wasShown());
        if (seen > 0) {
            provenances.save(new Provenance(trip.key(card.label()), id.value(), said.digest(), seen));
        }
        return notes.taken(Fate.CREATED, id.value(), "");
    }

    /// What everybody could read once keeps its place; so it is what it was for a moment.
    private long add(Comment comment, Said said, boolean wasShown) {
        if (comment.isPublished() || !wasShown) {
            comments.add(comment, said.typeset());
            return comment.version();
        }
        Markdown text = comment.text().isBlank() ? ANYTHING : comment.text();
        comments.add(comment.broughtAgain(text, new Standing.Published(), comment.wordedAt()), said.typeset());
        return comments.save(comment).version();
    }

    private Optional<Comment> answered(Trip trip, CommentCard card, PostId post, Notes notes) {
        if (card.answers().isEmpty()) {
            return Optional.empty();
        }
        Optional<Comment> answered = trip.key(Kind.COMMENT, card.answers())
                .flatMap(provenances::find)
                .flatMap(known -> comments.find(new CommentId(known.local())))
                .filter(other -> other.post().equals(post));
        if (answered.isEmpty()) {
            notes.warn("answers", new Flaw("comment_unknown"));
        }
        return answered;
    }

    private Commenter author(Trip trip, CommentCard card, Notes notes) {
        Optional<Commenter> known = card.byline() instanceof Byline.Named(var names)
                ? bylines.of(trip, names).map(Commenter.Known::new)
                : Optional.empty();
        return known.or(() -> guest(card, notes)).orElseGet(Commenter.Forgotten::new);
    }

    private static Optional<Commenter> guest(CommentCard card, Notes notes) {
        return card.guest().isEmpty()
                ? Optional.empty()
                : notes.want("guest_name", GuestName.parse(card.guest())).map(Commenter.Guest::new);
    }

    private static Standing standing(CommentCard card) {
        return switch (card.standing()) {
            case PUBLISHED -> new Standing.Published();
            case HELD -> new Standing.Held(concern(card.concern()));
            case REJECTED -> new Standing.Rejected();
            case SPAM -> new Standing.Spam();
            case DELETED -> new Standing.Deleted();
        };
    }

    private static Concern concern(String word) {
        return Arrays.stream(Concern.values())
                .filter(concern -> concern.word().equals(word))
                .findFirst()
                .orElse(Concern.HOUSE_RULE);
    }

    private ImportedItem renew(Trip trip, Said said, Optional<Provenance> known, Comment present, Notes notes) {
        CommentCard card = said.card();
        boolean isUntouched =
                known.map(before -> before.seen() == present.version()).orElse(false);
        Instant worded = card.wordedAt() == null ? present.wordedAt() : trip.moment(card.wordedAt());
        Comment renewed = present.broughtAgain(said.text(), standing(card), worded);
        UUID id = present.id().value();
        if (renewed.equals(present)) {
            note(known, new Provenance(trip.key(card.label()), id, said.digest(), present.version()));
            return notes.taken(Fate.UNCHANGED, id, "");
        }
        if (!isUntouched && !trip.overwrite()) {
            return notes.skipped(new Flaw("edited_here"), id, "");
        }
        Comment saved = comments.reword(renewed, said.typeset());
        note(known, new Provenance(trip.key(card.label()), id, said.digest(), saved.version()));
        return notes.taken(Fate.UPDATED, id, "");
    }

    private void note(Optional<Provenance> known, Provenance provenance) {
        if (known.isPresent()) {
            provenances.save(provenance);
        } else if (!provenances.claim(provenance)) {
            throw new StaleAggregate("A comment that is brought");
        }
    }
}
