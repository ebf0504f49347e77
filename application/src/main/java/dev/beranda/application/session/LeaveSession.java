package dev.beranda.application.session;

import dev.beranda.domain.session.Ending;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;

/// Log out with nothing but the refresh token, as browsers do long after their access token is gone. Whoever has it
/// could as well go on with the session.
public final class LeaveSession {

    public record Command(RefreshToken token) {}

    public sealed interface Outcome {

        record Left(UserId user) implements Outcome {}

        /// Over already, or never there.
        record NothingToLeave() implements Outcome {}
    }

    private final Sessions sessions;
    private final RefreshTokens tokens;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public LeaveSession(
            Sessions sessions, RefreshTokens tokens, DomainEvents events, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome leave(Command command) {
        return tokens.open(command.token())
                .flatMap(claim ->
                        transactions.write(() -> sessions.find(claim.session()).map(this::end)))
                .orElseGet(Outcome.NothingToLeave::new);
    }

    private Outcome end(Session session) {
        return switch (session.end(EndReason.LOGGED_OUT, clock.instant())) {
            case Ending.Ended(var ended, var event) -> {
                sessions.save(ended);
                events.append(event);
                yield new Outcome.Left(ended.bearer().user());
            }
            case Ending.AlreadyEnded() -> new Outcome.NothingToLeave();
        };
    }
}
