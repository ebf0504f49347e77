package dev.beranda.application.readership;

import dev.beranda.application.user.ProfileReader;
import dev.beranda.domain.readership.Follows;
import dev.beranda.domain.readership.ReadershipEvent;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Clock;

/// Follow what somebody writes. To do it again changes nothing, and is no news.
public final class FollowPerson {

    public record Command(Username person, UserId follower) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// Or nobody any more.
        record NoSuchPerson() implements Outcome {}

        record Oneself() implements Outcome {}
    }

    private final ProfileReader people;
    private final Follows follows;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public FollowPerson(
            ProfileReader people, Follows follows, DomainEvents events, Transactions transactions, Clock clock) {
        this.people = people;
        this.follows = follows;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome follow(Command command) {
        return transactions.write(() -> people.find(command.person())
                .map(person -> follow(person.id(), command.follower()))
                .orElseGet(Outcome.NoSuchPerson::new));
    }

    private Outcome follow(UserId person, UserId follower) {
        if (person.equals(follower)) {
            return new Outcome.Oneself();
        }
        var now = clock.instant();
        if (follows.add(follower, person, now)) {
            events.append(new ReadershipEvent.Followed(person, follower, now));
        }
        return new Outcome.Done();
    }
}
