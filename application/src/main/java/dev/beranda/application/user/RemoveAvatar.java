package dev.beranda.application.user;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.Avatars;
import dev.beranda.domain.user.ProfileChange;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Show no picture of oneself any more.
public final class RemoveAvatar {

    public record Command(UserId user, BasedOn seen) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record Stale() implements Outcome {}

        record Gone() implements Outcome {}
    }

    private final Users users;
    private final Avatars avatars;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public RemoveAvatar(Users users, Avatars avatars, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.avatars = avatars;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome remove(Command command) {
        return transactions.write(() ->
                users.find(command.user()).map(user -> remove(user, command)).orElseGet(Outcome.Gone::new));
    }

    private Outcome remove(User user, Command command) {
        if (!command.seen().covers(user.version())) {
            return new Outcome.Stale();
        }
        if (user.tell(user.profile().showing(Avatar.NONE), clock.instant())
                instanceof ProfileChange.Changed(var changed, var event)) {
            users.save(changed);
            avatars.drop(user.id());
            events.append(event);
        }
        return new Outcome.Removed();
    }
}
