package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;

/// Log every device out but the one in hand.
public final class EndOtherSessions {

    public record Command(Access caller) {}

    public record Outcome(int ended) {}

    private final Evictions evictions;
    private final Transactions transactions;
    private final Clock clock;

    public EndOtherSessions(Evictions evictions, Transactions transactions, Clock clock) {
        this.evictions = evictions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome endOthers(Command command) {
        Access caller = command.caller();
        return transactions.write(() -> new Outcome(evictions.endAllBut(
                caller.session(), caller.bearer().user(), EndReason.ENDED_BY_OWNER, clock.instant())));
    }
}
