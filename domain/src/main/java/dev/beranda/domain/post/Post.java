package dev.beranda.domain.post;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /// The same, when it has become another there. Of what could be read here before, nobody is told that it is new.
    public Post broughtAgain(
            Author by, Slug newSlug, Story newStory, Filing newFiling, Stage newStage, Instant updated) {
        Instant touched = updated.isBefore(createdAt) ? createdAt : updated;
        return new Post(id, by, newSlug, newStory, newFiling, newsOf(newStage), createdAt, touched, version);
    }

    private Stage newsOf(Stage brought) {
        return switch (brought) {
            case Stage.Trashed(Stage.Kept before, Instant at) -> new Stage.Trashed(newsOf(before), at);
            case Stage.Kept kept -> newsOf(kept);
        };
    }

    private Stage.Kept newsOf(Stage.Kept brought) {
        return brought instanceof Stage.Open(Instant from, News.First())
                ? outSince(stage)
                        .<Stage.Kept>map(since -> new Stage.Open(from, new News.Again(since)))
                        .orElse(brought)
                : brought;
    }

    private static Optional<Instant> outSince(Stage stage) {
        return switch (stage) {
            case Stage.Draft() -> Optional.empty();
            case Stage.Withdrawn(Instant since) -> Optional.of(since);
            case Stage.Trashed(Stage.Kept before, var _) -> outSince(before);
            case Stage.Open(Instant from, News news) ->
                switch (news) {
                    case News.First() -> Optional.empty();
                    case News.Again(Instant since) -> Optional.of(since);
                    case News.Told() -> Optional.of(from);
                };
        };
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

    /// Whether it can be read, and the rest of the house was not told yet when it was looked up.
    public boolean isUntold(Instant now) {
        return isOpen(now) && stage instanceof Stage.Open(var _, News.Untold _);
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
        return switch (present(now)) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Open _ -> new StageChange.Unchanged(this);
            case Stage.Draft() -> opened(now, new PostEvent.Published(id, now), now);
            case Stage.Withdrawn(Instant since) -> opened(since, new PostEvent.Reopened(id, now), now);
        };
    }

    /// Gives it out from a moment on, and not before, also if it could be read till now. A moment that has passed gives
    /// it out at once, as of then.
    public StageChange publish(Writer by, Instant from, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        if (stage instanceof Stage.Open(Instant present, var _) && present.equals(from)) {
            return new StageChange.Unchanged(this);
        }
        return from.isAfter(now) ? plan(by, from, now) : backdate(by, from, now);
    }

    private StageChange plan(Writer by, Instant from, Instant now) {
        return switch (present(now)) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Draft() -> planned(by, from, new News.First(), now);
            case Stage.Withdrawn(Instant since) -> planned(by, from, new News.Again(since), now);
            case Stage.Open(Instant since, var _) -> planned(by, from, new News.Again(since), now);
        };
    }

    private StageChange backdate(Writer by, Instant from, Instant now) {
        return switch (present(now)) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Draft() -> opened(from, new PostEvent.Published(id, now), now);
            case Stage.Withdrawn _ -> opened(from, new PostEvent.Reopened(id, now), now);
            case Stage.Open _ -> opened(from, new PostEvent.Edited(id, by.id(), now), now);
        };
    }

    private StageChange opened(Instant from, PostEvent event, Instant now) {
        return new StageChange.Changed(at(new Stage.Open(from, new News.Told()), now), List.of(event));
    }

    private StageChange planned(Writer by, Instant from, News.Untold news, Instant now) {
        return new StageChange.Changed(
                at(new Stage.Open(from, news), now), List.of(new PostEvent.Planned(id, by.id(), from, now)));
    }

    /// Takes it back: a plan is dropped, what could be read cannot any more.
    public StageChange unpublish(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Trashed _ -> new StageChange.NotFromHere();
            case Stage.Draft _, Stage.Withdrawn _ -> new StageChange.Unchanged(this);
            case Stage.Open open ->
                new StageChange.Changed(
                        at(open.from().isAfter(now) ? unplanned(open, now) : new Stage.Withdrawn(open.from()), now),
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

    /// Brings it back as it was. The plan to give it out while it lay there is dropped: the moment has passed.
    public StageChange restore(Writer by, Instant now) {
        if (!isInHandsOf(by)) {
            return new StageChange.NotTheirs();
        }
        return switch (stage) {
            case Stage.Kept _ -> new StageChange.NotFromHere();
            case Stage.Trashed(Stage.Kept before, Instant since) ->
                new StageChange.Changed(
                        at(withoutMissed(before, since, now), now), List.of(new PostEvent.Restored(id, by.id(), now)));
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

    /// What was told was out, whatever the clock of who threw it away said.
    private static Stage.Kept withoutMissed(Stage.Kept before, Instant trashed, Instant now) {
        return before instanceof Stage.Open open
                        && open.news() instanceof News.Untold
                        && open.from().isAfter(trashed)
                        && !open.from().isAfter(now)
                ? unplanned(open, now)
                : before;
    }

    /// Where it stands as long as its plan is a plan.
    private Stage present(Instant now) {
        return stage instanceof Stage.Open open && open.from().isAfter(now) ? unplanned(open, now) : stage;
    }

    /// Of one that was told too early, nobody knows any more since when it could be read.
    private static Stage.Kept unplanned(Stage.Open plan, Instant now) {
        return switch (plan.news()) {
            case News.First() -> new Stage.Draft();
            case News.Again(Instant since) -> new Stage.Withdrawn(since);
            case News.Told() -> new Stage.Withdrawn(now);
        };
    }

    private Post at(Stage newStage, Instant now) {
        return new Post(id, author, slug, story, filing, newStage, createdAt, now, version);
    }
}
