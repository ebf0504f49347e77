package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Ending;
import dev.beranda.domain.session.RefreshClaim;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/// End the session a refresh token belongs to. Any genuine one will do, used or not: who hands it in wants out.
public final class LogOut {

    public record Command(Access caller, RefreshToken token) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// Not a token of ours, or not one of the caller's.
        record NotValid() implements Outcome {}
    }

    private final Sessions sessions;
    private final RefreshTokens tokens;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public LogOut(
            Sessions sessions, RefreshTokens tokens, DomainEvents events, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome logOut(Command command) {
        Optional<RefreshClaim> claim = tokens.open(command.token());
        return claim.map(genuine -> transactions.write(() -> end(genuine, command.caller())))
                .orElseGet(Outcome.NotValid::new);
    }

    private Outcome end(RefreshClaim claim, Access caller) {
        return sessions.find(claim.session())
                .filter(session -> session.belongsTo(caller.bearer().user()))
                .map(this::carryOut)
                .orElseGet(Outcome.NotValid::new);
    }

    private Outcome carryOut(Session session) {
        if (session.end(EndReason.LOGGED_OUT, clock.instant()) instanceof Ending.Ended(var ended, var event)) {
            sessions.save(ended);
            events.append(event);
        }
        return new Outcome.Done();
    }
}
