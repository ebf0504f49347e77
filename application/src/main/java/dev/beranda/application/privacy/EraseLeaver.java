package dev.beranda.application.privacy;

import dev.beranda.domain.privacy.Leavers;
import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/// Forget somebody whose time is up: all of them or, if anything fails, nothing of them yet.
public final class EraseLeaver {

    public record Command(UserId user) {}

    public sealed interface Outcome {

        record Forgotten() implements Outcome {}

        /// They thought better of it, or somebody else is at it.
        record NotNow() implements Outcome {}
    }

    private final Leavers leavers;
    private final PersonalRecords records;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EraseLeaver(
            Leavers leavers, PersonalRecords records, DomainEvents events, Transactions transactions, Clock clock) {
        this.leavers = leavers;
        this.records = records;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome erase(Command command) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            if (!leavers.hold(command.user(), now)) {
                return new Outcome.NotNow();
            }
            records.forget(command.user());
            events.append(new UserEvent.Forgotten(command.user(), now));
            return new Outcome.Forgotten();
        });
    }
}
