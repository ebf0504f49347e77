package dev.beranda.domain.session;

import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// One person on one device, from login to the end.
///
/// A refresh token names a session and the generation it was made in, and is good once: using it begins the next
/// generation. Whoever shows an older one holds a copy, so the session ends for everybody.
///
/// @param generation of the refresh token that is good now, counted from 1
/// @param refreshedAt when that generation began
/// @param expiresAt the latest end, whatever happens
/// @param version counts the saves
public record Session(
        SessionId id,
        Bearer bearer,
        Device device,
        int generation,
        Instant openedAt,
        Instant refreshedAt,
        Instant expiresAt,
        State state,
        long version) {

    public sealed interface State {

        record Open() implements State {}

        record Ended(Instant at, EndReason reason) implements State {}
    }

    /// How long after coming in somebody may change the ways in, without proving anew who they are.
    public static final Duration FRESH = Duration.ofMinutes(15);

    public enum EndReason {
        LOGGED_OUT,
        ENDED_BY_OWNER,
        REFRESH_TOKEN_REUSED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        EMAIL_CHANGED,
        EMAIL_TAKEN_BACK,
        ENDED_BY_ADMINISTRATOR,
        SECOND_FACTOR_CHANGED,
        REFUSED_BY_OWNER,
        PASSKEY_REMOVED,

        /// By who showed to be the reader of the account's mail, which whoever opened it never did.
        ADDRESS_PROVEN,

        /// With the account, which is to be erased; or because it was kept after all.
        ERASURE,

        /// For a reason that a newer version knows.
        UNHEARD_OF;

        /// Those that cast no doubt on whose it was.
        public static final Set<EndReason> HONEST = Collections.unmodifiableSet(EnumSet.of(
                LOGGED_OUT,
                PASSWORD_CHANGED,
                PASSWORD_RESET,
                EMAIL_CHANGED,
                ENDED_BY_ADMINISTRATOR,
                SECOND_FACTOR_CHANGED,
                PASSKEY_REMOVED,
                ERASURE));

        /// The spelling used in the database.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Nodes of two versions may share a database for a while.
        public static EndReason ofWord(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word().equals(word))
                    .findFirst()
                    .orElse(UNHEARD_OF);
        }
    }

    public static Opening open(SessionId id, Bearer bearer, Device device, SessionLifetimes lifetimes, Instant now) {
        var session = new Session(id, bearer, device, 1, now, now, now.plus(lifetimes.absolute()), new State.Open(), 0);
        return new Opening(session, new SessionEvent.Opened(id, bearer.user(), device, now));
    }

    public Refreshing refresh(RefreshClaim claim, Device from, SessionLifetimes lifetimes, Instant now) {
        if (!isAlive(lifetimes, now)) {
            return new Refreshing.Over();
        }
        if (claim.generation() == generation) {
            return new Refreshing.Rotated(rotated(from, now));
        }
        if (claim.generation() == generation - 1 && !now.isAfter(refreshedAt.plus(lifetimes.grace()))) {
            return new Refreshing.Repeated(this);
        }
        if (claim.generation() > generation) {
            return new Refreshing.Over();
        }
        return new Refreshing.Reused(
                ended(EndReason.REFRESH_TOKEN_REUSED, now),
                new SessionEvent.RefreshTokenReused(id, bearer.user(), from, now));
    }

    public Ending end(EndReason reason, Instant now) {
        return switch (state) {
            case State.Open() ->
                new Ending.Ended(ended(reason, now), new SessionEvent.Ended(id, bearer.user(), reason, now));
            case State.Ended _ -> new Ending.AlreadyEnded();
        };
    }

    public boolean isAlive(SessionLifetimes lifetimes, Instant now) {
        return switch (state) {
            case State.Open() ->
                !bearer.barred() && now.isBefore(expiresAt) && now.isBefore(refreshedAt.plus(lifetimes.idle()));
            case State.Ended _ -> false;
        };
    }

    /// One that has ended is not, for who holds a token of it may still have a moment.
    public boolean isFresh(Instant now) {
        return !hasEnded() && now.isBefore(openedAt.plus(FRESH));
    }

    public boolean hasEnded() {
        return state instanceof State.Ended;
    }

    public boolean belongsTo(UserId user) {
        return bearer.user().equals(user);
    }

    /// An access token never outlives the session it belongs to.
    public Instant accessUntil(SessionLifetimes lifetimes, Instant now) {
        Instant usual = now.plus(lifetimes.access());
        return usual.isBefore(expiresAt) ? usual : expiresAt;
    }

    /// What is left of the session if nobody uses it again.
    public Duration idleLeft(SessionLifetimes lifetimes, Instant now) {
        Instant idleEnd = refreshedAt.plus(lifetimes.idle());
        return Duration.between(now, idleEnd.isBefore(expiresAt) ? idleEnd : expiresAt);
    }

    /// Whether it shows that its bearer comes in from this network: it was used there last, and nothing about its end
    /// says that it was somebody else.
    public boolean attests(String network) {
        boolean honest =
                switch (state) {
                    case State.Open() -> true;
                    case State.Ended ended -> EndReason.HONEST.contains(ended.reason());
                };
        return honest && device.address().network().equals(network);
    }

    private Session rotated(Device from, Instant now) {
        return new Session(
                id, bearer, device.seenAt(from.address()), generation + 1, openedAt, now, expiresAt, state, version);
    }

    private Session ended(EndReason reason, Instant now) {
        return new Session(
                id,
                bearer,
                device,
                generation,
                openedAt,
                refreshedAt,
                expiresAt,
                new State.Ended(now, reason),
                version);
    }
}
