package dev.beranda.domain.comment;

import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Says whether a comment looks like spam, taken by itself. It may have to ask somebody far away, so it is asked
/// outside of transactions.
public interface SpamJudge {

    Suspicion judge(Submission submission);

    /// What it can go by.
    ///
    /// @param comment itself, in case it was sent before in other words
    /// @param from where it was sent
    record Submission(
            CommentId comment,
            UserId author,
            Trust trust,
            ClientAddress from,
            Markdown text,
            Typeset typeset,
            Instant at) {}
}
