package dev.beranda.domain.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Keeps what was answered, for those who ask again. Whoever begins to find an answer claims the attempt, so that
/// nobody else begins; a claim that was not followed by an answer lapses.
public interface Answers {

    /// Longer than anything that is asked for takes.
    Duration CLAIM = Duration.ofSeconds(30);

    Duration KEPT = Duration.ofDays(1);

    /// @param claim fresh, to know one's own by
    Claim claim(Attempt attempt, UUID claim, Instant now);

    /// In the transaction of what it tells about. It is forgotten with whom it was told to.
    ///
    /// @throws dev.beranda.domain.shared.StaleAggregate if the claim has lapsed and somebody else has it
    void keep(Attempt attempt, UUID claim, Answer answer, Instant now);

    /// Lets others begin; does nothing where the claim is somebody else's, or answered.
    void release(Attempt attempt, UUID claim);

    sealed interface Claim {

        record Yours() implements Claim {}

        /// Somebody else is at it.
        record Taken() implements Claim {}

        record Answered(Answer answer) implements Claim {}

        /// Something else was asked for by that name.
        record OtherContent() implements Claim {}
    }
}
