package dev.beranda.domain.post;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// @param version counts the saves; what the house counts by itself is no save
public record Post(
        PostId id,
        Author author,
        Slug slug,
        Story story,
        Filing filing,
        Stage stage,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static Post draft(PostId id, UserId author, Slug slug, Story story, Filing filing, Instant now) {
        return new Post(id, new Author.Known(author), slug, story, filing, new Stage.Draft(), now, now, 0);
    }

    /// One that was written in another house, as far as it had come there and with the dates it has there.
    public static Post brought(
            PostId id,
            Author author,
            Slug slug,
            Story story,
            Filing filing,
            Stage stage,
            Instant createdAt,
            Instant updatedAt) {
        Instant touched = updatedAt.isBefore(createdAt) ? createdAt : updatedAt;
        return new Post(id, author, slug, story, filing, stage, createdAt, touched, 0);
    }

    /// The same, when it has become another there.
    public Post broughtAgain(
            Author by, Slug newSlug, Story newStory, Filing newFiling, Stage newStage, Instant updated) {
        Instant touched = updated.isBefore(createdAt) ? createdAt : updated;
        return new Post(id, by, newSlug, newStory, newFiling, newStage, createdAt, touched, version);
    }

    /// What it could be called in its address, the nicest first; the last is wanted by no other.
    ///
    /// @param title in plain letters
    public static List<Slug> addresses(PostId id, String title) {
        String hex = id.toString().replace("-", "");
        Slug first = Slug.of(title, new Slug("post-" + hex.substring(20)));
        int own = 1_000 + Integer.parseInt(hex.substring(25), 16);
        return IntStream.concat(IntStream.rangeClosed(1, 9), IntStream.of(own))
                .mapToObj(number -> number == 1 ? first : first.numbered(number))
                .toList();
    }

    /// Authors look after what is theirs, editors after everything.
    public boolean isInHandsOf(Writer writer) {
        return writer.mayEditOthers() || writer.mayWrite() && author.is(writer.id());
    }

    public boolean isTrashed() {
        return stage instanceof Stage.Trashed;
    }

    public boolean isOpen(Instant now) {
        return stage instanceof Stage.Open(Instant from, var _) && !from.isAfter(now);
    }

    public Rewriting rewrite(Writer by, Slug newSlug, Story newStory, Filing newFiling, Instant now) {
        if (!isInHandsOf(by)) {
            return new Rewriting.NotTheirs();
        }
        if (stage instanceof Stage.Trashed) {
            return new Rewriting.InTrash();
        }
        if (slug.equals(newSlug) && story.equals(newStory) && filing.equals(newFiling)) {
            return new Rewriting.Unchanged(this);
        }
        var post = new Post(id, author, newSlug, newStory, newFiling, stage, createdAt, now, version);
        return new Rewriting.Rewritten(post, !story.equals(newStory), new PostEvent.Edited(id, by.id(), now));
    }

    /// Gives it out at once; if it had been out before, as of then.
    public StageChange publish(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Open(Instant from, var _) when !from.isAfter(now) -> new StageChange.Unchanged(this);
            case Stage.Withdrawn(Instant since) -> reopened(by, since, now);
            case Stage.Draft _, Stage.Open _ ->
                new StageChange.Changed(at(new Stage.Open(now, true), now), List.of(new PostEvent.Published(id, now)));
        };
    }

    /// Gives it out from a moment on. A moment that has passed gives it out at once, as of then.
    public StageChange publish(Writer by, Instant from, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Open(Instant present, var _) when present.equals(from) -> new StageChange.Unchanged(this);
            case Stage.Open(Instant present, var _) when !present.isAfter(now) -> reopened(by, from, now);
            case Stage.Withdrawn _ -> reopened(by, from, now);
            case Stage.Draft _, Stage.Open _ -> planned(by, from, now);
        };
    }

    /// Of what has been read before, nobody is told that it is new.
    private StageChange reopened(Writer by, Instant from, Instant now) {
        return new StageChange.Changed(
                at(new Stage.Open(from, true), now), List.of(new PostEvent.Reopened(id, by.id(), now)));
    }

    private StageChange planned(Writer by, Instant from, Instant now) {
        boolean isDue = !from.isAfter(now);
        var event = isDue ? new PostEvent.Published(id, now) : new PostEvent.Planned(id, by.id(), from, now);
        return new StageChange.Changed(at(new Stage.Open(from, isDue), now), List.of(event));
    }

    /// Takes it back: a plan is dropped, what could be read cannot any more.
    public StageChange unpublish(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Draft _, Stage.Withdrawn _ -> new StageChange.Unchanged(this);
            case Stage.Open(Instant from, var _) ->
                new StageChange.Changed(
                        at(from.isAfter(now) ? new Stage.Draft() : new Stage.Withdrawn(from), now),
                        List.of(new PostEvent.Withdrawn(id, by.id(), now)));
        };
    }

    public StageChange trash(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Trashed _ -> new StageChange.Unchanged(this);
            case Stage.Kept before ->
                new StageChange.Changed(
                        at(new Stage.Trashed(before, now), now), List.of(new PostEvent.Trashed(id, by.id(), now)));
        };
    }

    /// Brings it back as it was. What was to be given out while it lay there is a draft: the moment has passed.
    public StageChange restore(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Kept _ -> new StageChange.NotFromHere();
            case Stage.Trashed(Stage.Kept before, var _) ->
                new StageChange.Changed(
                        at(missed(before, now) ? new Stage.Draft() : before, now),
                        List.of(new PostEvent.Restored(id, by.id(), now)));
        };
    }

    /// Deletes what lies in the trash for good.
    public Discarding discard(Writer by, Instant now) {
        if (!by.mayEditOthers()) {
            return new Discarding.NotTheirs();
        }
        return isTrashed() ? discarded(now) : new Discarding.NotFromHere();
    }

    /// Deletes what has lain there long enough.
    ///
    /// @param ended for what was thrown away before
    public Discarding expire(Instant ended, Instant now) {
        return stage instanceof Stage.Trashed(var _, Instant at) && at.isBefore(ended)
                ? discarded(now)
                : new Discarding.NotFromHere();
    }

    private Discarding discarded(Instant now) {
        return new Discarding.Discarded(new PostEvent.Deleted(id, now));
    }

    private static boolean missed(Stage.Kept before, Instant now) {
        return before instanceof Stage.Open(Instant from, boolean announced) && !announced && !from.isAfter(now);
    }

    private Post at(Stage newStage, Instant now) {
        return new Post(id, author, slug, story, filing, newStage, createdAt, now, version);
    }
}
