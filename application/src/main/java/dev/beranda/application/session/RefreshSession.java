package dev.beranda.application.session;

import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Generations;
import dev.beranda.domain.session.RefreshClaim;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.Refreshing;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.session.TokenIssuer;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/// Exchange a refresh token for the next pair.
public final class RefreshSession {

    public record Command(RefreshToken token, Device from) {}

    public sealed interface Outcome {

        record Refreshed(TokenPair tokens) implements Outcome {}

        record NotValid() implements Outcome {}

        record SessionOver() implements Outcome {}

        /// Somebody holds a copy of the token; the session ended for everybody.
        record Reused(Session session) implements Outcome {}
    }

    private final Sessions sessions;
    private final Generations generations;
    private final RefreshTokens tokens;
    private final TokenIssuer issuer;
    private final DomainEvents events;
    private final Transactions transactions;
    private final SessionLifetimes lifetimes;
    private final Clock clock;

    public RefreshSession(
            Sessions sessions,
            Generations generations,
            RefreshTokens tokens,
            TokenIssuer issuer,
            DomainEvents events,
            Transactions transactions,
            SessionLifetimes lifetimes,
            Clock clock) {
        this.sessions = sessions;
        this.generations = generations;
        this.tokens = tokens;
        this.issuer = issuer;
        this.events = events;
        this.transactions = transactions;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    public Outcome refresh(Command command) {
        return tokens.open(command.token())
                .map(claim -> advance(claim, command.from()))
                .orElseGet(Outcome.NotValid::new);
    }

    /// Nearly always the token is the one that is good now. Whatever else it is needs a closer look.
    private Outcome advance(RefreshClaim claim, Device from) {
        Instant now = clock.instant();
        return generations
                .advance(claim, from.address(), lifetimes, now)
                .<Outcome>map(session -> new Outcome.Refreshed(issuer.issueFor(session, now)))
                .orElseGet(() -> transactions.write(() -> refresh(claim, from)));
    }

    private Outcome refresh(RefreshClaim claim, Device from) {
        Instant now = clock.instant();
        return sessions.find(claim.session())
                .map(session -> carryOut(session.refresh(claim, from, lifetimes, now), now))
                .orElseGet(Outcome.SessionOver::new);
    }

    private Outcome carryOut(Refreshing decision, Instant now) {
        return switch (decision) {
            case Refreshing.Rotated(var session) -> {
                sessions.save(session);
                yield new Outcome.Refreshed(issuer.issueFor(session, now));
            }
            case Refreshing.Repeated(var session) -> new Outcome.Refreshed(issuer.issueFor(session, now));
            case Refreshing.Reused(var session, var event) -> {
                sessions.save(session);
                events.append(event);
                yield new Outcome.Reused(session);
            }
            case Refreshing.Over() -> new Outcome.SessionOver();
        };
    }
}
