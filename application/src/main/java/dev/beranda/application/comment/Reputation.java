package dev.beranda.application.comment;

import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.Trust;
import dev.beranda.domain.post.Post;

/// How well somebody is known where they say something.
final class Reputation {

    private final Comments comments;

    Reputation(Comments comments) {
        this.comments = comments;
    }

    public Trust at(Post post, Participant somebody) {
        return somebody.moderates() || post.author().is(somebody.id()) ? Trust.HOST : anywhere(somebody);
    }

    /// By what they said so far, wherever they say something now.
    Trust anywhere(Participant somebody) {
        return comments.anyPublished(somebody.id()) ? Trust.ACQUAINTANCE : Trust.STRANGER;
    }
}
