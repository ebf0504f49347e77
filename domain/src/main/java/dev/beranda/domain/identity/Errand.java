package dev.beranda.domain.identity;

import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/// One way of one browser to a provider and back. Nothing of it is kept before it came back: it travels sealed.
///
/// @param challenge that whoever began it wants to answer when they come in, by RFC 7636; may be empty
public record Errand(
        ErrandId id, Provider provider, Aim aim, ReturnAddress returnTo, String challenge, Instant begunAt) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// What it is for.
    public sealed interface Aim {

        record ComeIn() implements Aim {}

        /// To give an account another door.
        ///
        /// @param session in which this was asked for
        record Link(UserId user, SessionId session) implements Aim {}
    }

    public boolean isGood(Instant now) {
        return now.isBefore(begunAt.plus(LIFETIME)) && !now.isBefore(begunAt.minus(LIFETIME));
    }

    public Instant expiresAt() {
        return begunAt.plus(LIFETIME);
    }
}
