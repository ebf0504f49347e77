package dev.beranda.domain.comment;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Remembers what was said lately, by whom.
public interface Precedents {

    /// Whoever says anything under the same name, or the same under any name, and asks at that moment, waits until the
    /// transaction of this one ends: so of many, each finds those before.
    ///
    /// @param except not counting this one
    /// @param lately from when on all they said counts
    /// @param recently from when on the same text counts, if it is a telling one
    Found of(UserId author, Gist gist, CommentId except, Instant lately, Instant recently);

    /// @param own how many they wrote lately
    /// @param ownAlike of them and of earlier ones, how many said the same
    /// @param others how many other people said the same
    record Found(int own, int ownAlike, int others) {}
}
