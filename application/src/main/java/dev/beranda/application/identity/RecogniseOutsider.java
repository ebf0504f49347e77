package dev.beranda.application.identity;

import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.Identity;
import dev.beranda.domain.identity.IdentityId;
import dev.beranda.domain.identity.Linking;
import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Outsider.Reach;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Confirmation;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// Find out whose account it is that somebody comes to whom a provider vouches for, or open one for them.
///
/// Only the subject says who somebody is. An address joins them to an account they have no door to yet only if both
/// sides showed that they read its mail: the provider says so of its side, the account was confirmed on ours.
public final class RecogniseOutsider {

    /// @param language to write to them in, if they are new
    public record Command(Outsider outsider, Language language) {}

    /// @param hidesAccounts whether it is told to nobody but the reader of an address that it has an account
    public record RecognitionRules(boolean hidesAccounts) {}

    public sealed interface Outcome {

        record Recognised(User user) implements Outcome {}

        record Disabled() implements Outcome {}

        /// There is no account without an address.
        record NoAddress() implements Outcome {}

        /// Nobody showed that the address is theirs, and whether it has an account is not told.
        record AddressNotVerified() implements Outcome {}

        /// There is one with this address, whose owner may link this by themselves.
        record AccountExists() implements Outcome {}

        /// There is one with this address, but whoever opened it never showed that they read its mail: perhaps somebody
        /// lies in wait there.
        record AccountUnconfirmed() implements Outcome {}
    }

    private final Users users;
    private final Identities identities;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;
    private final RecognitionRules rules;

    public RecogniseOutsider(
            Users users,
            Identities identities,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock,
            RecognitionRules rules) {
        this.users = users;
        this.identities = identities;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome recognise(Command command) {
        return transactions.write(() -> identities
                .find(command.outsider().provider(), command.outsider().subject())
                .flatMap(identity -> users.find(identity.user()))
                .map(RecogniseOutsider::letIn)
                .orElseGet(() -> meet(command)));
    }

    private static Outcome letIn(User user) {
        return user.disabled() ? new Outcome.Disabled() : new Outcome.Recognised(user);
    }

    private Outcome meet(Command command) {
        return switch (command.outsider().reach()) {
            case Reach.Verified(var address) ->
                users.find(address)
                        .map(user -> join(user, command.outsider()))
                        .orElseGet(() -> open(command, address, true));
            case Reach.Claimed _ when rules.hidesAccounts() -> new Outcome.AddressNotVerified();
            case Reach.Claimed(var address) ->
                users.find(address).isPresent() ? new Outcome.AccountExists() : open(command, address, false);
            case Reach.Unknown() -> new Outcome.NoAddress();
        };
    }

    private Outcome join(User user, Outsider outsider) {
        if (!user.emailVerified()) {
            return new Outcome.AccountUnconfirmed();
        }
        if (user.disabled()) {
            return new Outcome.Disabled();
        }
        if (user.isLeaving()) {
            // They are told at the door; nothing is opened for them.
            return new Outcome.Recognised(user);
        }
        add(Identity.link(new IdentityId(uuids.next()), user.id(), outsider, clock.instant()));
        return new Outcome.Recognised(user);
    }

    private Outcome open(Command command, EmailAddress address, boolean verified) {
        var outsider = command.outsider();
        var user = register(outsider, address, command.language());
        add(Identity.introduce(new IdentityId(uuids.next()), user.id(), outsider, user.registeredAt()));
        if (verified) {
            return new Outcome.Recognised(confirmed(user));
        }
        events.append(
                new LetterEvent.TicketWanted(Purpose.CONFIRM_EMAIL, address, user.language(), user.registeredAt()));
        return new Outcome.Recognised(user);
    }

    private User register(Outsider outsider, EmailAddress address, Language language) {
        var id = new UserId(uuids.next());
        for (Username username : Username.suggestions(List.of(outsider.handle(), outsider.name()), id)) {
            var name = displayName(outsider, username);
            var registration = User.register(id, address, username, name, language, Role.READER, clock.instant());
            Set<Users.Taken> taken = users.add(registration.user());
            if (taken.isEmpty()) {
                events.append(registration.event());
                return registration.user();
            }
            if (taken.contains(Users.Taken.EMAIL)) {
                break;
            }
        }
        // Somebody came with the same address at the same moment: who they are is seen at the next look.
        throw new StaleAggregate("An address");
    }

    private static DisplayName displayName(Outsider outsider, Username username) {
        return DisplayName.parse(outsider.name()) instanceof Parsed.Valid<DisplayName>(var name)
                ? name
                : DisplayName.of(username);
    }

    private User confirmed(User user) {
        return switch (user.confirm(user.email(), user.registeredAt())) {
            case Confirmation.Confirmed(var confirmed, var event) -> {
                events.append(event);
                yield users.save(confirmed);
            }
            case Confirmation.Unchanged(var same) -> same;
            case Confirmation.AnotherAddress() -> throw new IllegalStateException("nobody changed the address");
        };
    }

    private void add(Linking linking) {
        if (!identities.add(linking.identity())) {
            throw new StaleAggregate("An identity");
        }
        events.append(linking.event());
    }
}
