package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Prose;
import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/// Goes by what a text shows only beside what else was said: haste, and the same over and over. Strangers get less of
/// each. It is asked within the transaction in which something is said, so that what is said at once counts as well.
public final class EchoJudge {

    static final Duration LATELY = Duration.ofMinutes(10);
    static final Duration RECENTLY = Duration.ofDays(1);

    private final Precedents precedents;

    public EchoJudge(Precedents precedents) {
        this.precedents = precedents;
    }

    /// @param comment itself, in case it was sent before in other words
    public Suspicion judge(CommentId comment, UserId author, Trust trust, Prose prose, Instant at) {
        if (trust == Trust.HOST) {
            return Suspicion.NONE;
        }
        boolean isKnown = trust != Trust.STRANGER;
        var found = precedents.of(author, Gist.of(prose), comment, at.minus(LATELY), at.minus(RECENTLY));
        return haste(found.own(), isKnown).or(repetition(found, isKnown));
    }

    private static Suspicion haste(int own, boolean isKnown) {
        return Suspicion.of(own, isKnown ? 100 : 20, Integer.MAX_VALUE);
    }

    private static Suspicion repetition(Precedents.Found found, boolean isKnown) {
        int spam = isKnown ? Integer.MAX_VALUE : 3;
        return Suspicion.of(found.ownAlike(), 1, spam).or(Suspicion.of(found.others(), 1, spam));
    }
}
