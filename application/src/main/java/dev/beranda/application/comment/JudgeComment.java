package dev.beranda.application.comment;

import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.SpamJudge;
import dev.beranda.domain.comment.Suspicion;
import dev.beranda.domain.comment.Trust;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.time.Clock;

/// Find out whether what somebody says looks like spam. Those who look after the house are not asked.
public final class JudgeComment {

    public record Query(CommentId comment, Participant by, ClientAddress from, Markdown text, Typeset typeset) {}

    private final SpamJudge spamJudge;
    private final Reputation reputation;
    private final Clock clock;

    public JudgeComment(SpamJudge spamJudge, Comments comments, Clock clock) {
        this.spamJudge = spamJudge;
        this.reputation = new Reputation(comments);
        this.clock = clock;
    }

    public Suspicion judge(Query query) {
        return query.by().moderates() ? Suspicion.NONE : spamJudge.judge(submission(query));
    }

    private SpamJudge.Submission submission(Query query) {
        Trust trust = reputation.anywhere(query.by());
        return new SpamJudge.Submission(
                query.comment(), query.by().id(), trust, query.from(), query.text(), query.typeset(), clock.instant());
    }
}
