package dev.beranda.application.identity;

import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.Identity;
import dev.beranda.domain.identity.IdentityId;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.OtherDoors;
import dev.beranda.domain.identity.Unlinking;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.util.List;

/// Close one of one's doors from outside, unless it is the last by which one comes in.
public final class UnlinkIdentity {

    public record Command(Access caller, IdentityId identity) {}

    public sealed interface Outcome {

        record Unlinked() implements Outcome {}

        record NoSuchIdentity() implements Outcome {}

        record LastDoor() implements Outcome {}
    }

    private final Identities identities;
    private final OtherDoors otherDoors;
    private final IdentityProviders providers;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public UnlinkIdentity(
            Identities identities,
            OtherDoors otherDoors,
            IdentityProviders providers,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.identities = identities;
        this.otherDoors = otherDoors;
        this.providers = providers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome unlink(Command command) {
        return transactions.write(() -> {
            List<Identity> held = identities.hold(command.caller().bearer().user());
            return held.stream()
                    .filter(identity -> identity.id().equals(command.identity()))
                    .findFirst()
                    .map(identity -> carryOut(identity, identity.unlink(hasAnother(identity, held), clock.instant())))
                    .orElseGet(Outcome.NoSuchIdentity::new);
        });
    }

    /// A door of a provider that nobody asks here any more cannot be opened.
    private boolean hasAnother(Identity closing, List<Identity> held) {
        return otherDoors.openTo(closing.user())
                || held.stream()
                        .anyMatch(other ->
                                !other.equals(closing) && providers.all().contains(other.provider()));
    }

    private Outcome carryOut(Identity identity, Unlinking decision) {
        return switch (decision) {
            case Unlinking.Unlinked(var event) -> {
                identities.remove(identity);
                events.append(event);
                yield new Outcome.Unlinked();
            }
            case Unlinking.LastDoor() -> new Outcome.LastDoor();
        };
    }
}
