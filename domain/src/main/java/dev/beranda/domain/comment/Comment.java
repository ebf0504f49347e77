package dev.beranda.domain.comment;

import dev.beranda.domain.comment.Standing.Deleted;
import dev.beranda.domain.comment.Standing.Held;
import dev.beranda.domain.comment.Standing.Published;
import dev.beranda.domain.comment.Standing.Rejected;
import dev.beranda.domain.comment.Standing.Spam;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// @param text empty once it is deleted
/// @param wordedAt when it was worded as it is
/// @param version counts the saves; what readers complain about is no save
public record Comment(
        CommentId id,
        PostId post,
        Place place,
        Answering answering,
        Commenter author,
        Markdown text,
        Standing standing,
        Instant writtenAt,
        Instant wordedAt,
        long version) {

    /// How long its author may word it anew.
    public static final Duration EDIT_WINDOW = Duration.ofMinutes(15);

    /// How many people have to complain for it to be withheld.
    public static final int TOO_MANY_REPORTS = 3;

    private static final Markdown NOTHING = new Markdown("");

    public Comment {
        if (standing instanceof Deleted != text.isBlank()) {
            throw new IllegalArgumentException("a comment says something, until it is deleted");
        }
    }

    public static Comment toThePost(
            CommentId id, PostId post, UserId author, Markdown text, Standing standing, Instant now) {
        var known = new Commenter.Known(author);
        return new Comment(id, post, Place.first(id), new Answering.ThePost(), known, text, standing, now, now, 0);
    }

    /// What somebody says to this one.
    public Comment answer(CommentId answer, UserId by, Markdown wording, Standing received, Instant now) {
        var known = new Commenter.Known(by);
        return new Comment(
                answer, post, place.below(answer), new Answering.Another(id), known, wording, received, now, now, 0);
    }

    /// One that was said in another house, as it stands there.
    public static Comment brought(
            CommentId id,
            PostId post,
            Place place,
            Answering answering,
            Commenter author,
            Markdown text,
            Standing standing,
            Instant writtenAt,
            Instant wordedAt) {
        return new Comment(id, post, place, answering, author, text, standing, writtenAt, wordedAt, 0);
    }

    /// The same, when it has become another there.
    public Comment broughtAgain(Markdown wording, Standing stands, Instant worded) {
        return new Comment(id, post, place, answering, author, wording, stands, writtenAt, worded, version);
    }

    public boolean isPublished() {
        return standing instanceof Published;
    }

    /// Whether it once said something else: then it matters which of its words somebody looked at.
    public boolean wasReworded() {
        return !wordedAt.equals(writtenAt);
    }

    public Instant windowClosesAt() {
        return writtenAt.plus(EDIT_WINDOW);
    }

    /// @param received where it would begin if it were new
    public Rewording reword(UserId by, Markdown wording, Standing received, Instant now) {
        if (!author.is(by)) {
            return new Rewording.NotTheAuthor();
        }
        if (standing instanceof Rejected || standing instanceof Deleted) {
            return new Rewording.Settled();
        }
        if (text.equals(wording)) {
            return new Rewording.Unchanged(this);
        }
        if (now.isAfter(windowClosesAt())) {
            return new Rewording.WindowClosed(windowClosesAt());
        }
        Standing next = next(received);
        var reworded = new Comment(id, post, place, answering, author, wording, next, writtenAt, now, version);
        return new Rewording.Reworded(reworded, newsOfRewording(by, next, now));
    }

    /// Other words let nothing out that somebody has to look at first, but may have to be looked at themselves.
    private Standing next(Standing received) {
        return isPublished() || received instanceof Spam ? received : standing;
    }

    private List<CommentEvent> newsOfRewording(UserId by, Standing next, Instant now) {
        List<CommentEvent> news = new ArrayList<>();
        news.add(new CommentEvent.Reworded(id, post, by, now));
        if (isPublished() && !(next instanceof Published)) {
            news.add(withheld(next instanceof Held(var because) ? because : Concern.SUSPICION, now));
        }
        return news;
    }

    /// Takes it back for good. Its author may, and those who look after the house.
    public Removal delete(Participant by, Instant now) {
        if (!author.is(by.id()) && !by.moderates()) {
            return new Removal.NotTheirs();
        }
        if (standing instanceof Deleted) {
            return new Removal.Unchanged();
        }
        var gone =
                new Comment(id, post, place, answering, author, NOTHING, new Deleted(), writtenAt, wordedAt, version);
        return new Removal.Removed(gone, new CommentEvent.Deleted(id, post, by.id(), now));
    }

    public Ruling approve(Participant by, Instant now) {
        return rule(by, new Published(), new CommentEvent.Published(id, post, now));
    }

    public Ruling reject(Participant by, Instant now) {
        return rule(by, new Rejected(), new CommentEvent.Rejected(id, post, by.id(), now));
    }

    public Ruling markAsSpam(Participant by, Instant now) {
        return rule(by, new Spam(), new CommentEvent.MarkedAsSpam(id, post, by.id(), now));
    }

    private Ruling rule(Participant by, Standing ruled, CommentEvent event) {
        if (!by.moderates()) {
            return new Ruling.NotTheirs();
        }
        if (standing instanceof Deleted) {
            return new Ruling.Gone();
        }
        return standing.equals(ruled) ? new Ruling.Unchanged(this) : new Ruling.Ruled(standing(ruled), event);
    }

    /// Hears what readers say about it.
    ///
    /// @param reports how many complained since somebody last judged it
    public Complaint hear(int reports, Instant now) {
        return isPublished() && reports >= TOO_MANY_REPORTS
                ? new Complaint.Heeded(standing(new Held(Concern.REPORTS)), withheld(Concern.REPORTS, now))
                : new Complaint.Noted();
    }

    private CommentEvent.Withheld withheld(Concern because, Instant now) {
        return new CommentEvent.Withheld(id, post, because, now);
    }

    private Comment standing(Standing other) {
        return new Comment(id, post, place, answering, author, text, other, writtenAt, wordedAt, version);
    }
}
