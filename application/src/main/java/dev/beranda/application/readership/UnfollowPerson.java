package dev.beranda.application.readership;

import dev.beranda.application.user.ProfileReader;
import dev.beranda.domain.readership.Follows;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;

/// Follow somebody no longer.
public final class UnfollowPerson {

    public record Command(Username person, UserId follower) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// Or nobody any more.
        record NoSuchPerson() implements Outcome {}
    }

    private final ProfileReader people;
    private final Follows follows;
    private final Transactions transactions;

    public UnfollowPerson(ProfileReader people, Follows follows, Transactions transactions) {
        this.people = people;
        this.follows = follows;
        this.transactions = transactions;
    }

    public Outcome unfollow(Command command) {
        return transactions.write(() -> people.find(command.person())
                .map(person -> unfollow(person.id(), command.follower()))
                .orElseGet(Outcome.NoSuchPerson::new));
    }

    private Outcome unfollow(UserId person, UserId follower) {
        follows.remove(follower, person);
        return new Outcome.Done();
    }
}
