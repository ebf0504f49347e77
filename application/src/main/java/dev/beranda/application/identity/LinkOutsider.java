package dev.beranda.application.identity;

import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.Identity;
import dev.beranda.domain.identity.IdentityId;
import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import java.time.Clock;
import java.time.Instant;

/// Give the account somebody is logged in to another door. Addresses do not matter here: who they are on both sides was
/// shown on both.
public final class LinkOutsider {

    public record Command(Errand.Aim.Link aim, Outsider outsider) {}

    public sealed interface Outcome {

        record Linked() implements Outcome {}

        /// It is the door to another account.
        record LinkedElsewhere() implements Outcome {}

        /// The session in which this was asked for has ended since.
        record LoggedOut() implements Outcome {}
    }

    private final Identities identities;
    private final Sessions sessions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final SessionLifetimes lifetimes;
    private final Clock clock;

    public LinkOutsider(
            Identities identities,
            Sessions sessions,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            SessionLifetimes lifetimes,
            Clock clock) {
        this.identities = identities;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    public Outcome link(Command command) {
        return transactions.write(() -> {
            if (!isLoggedIn(command.aim(), clock.instant())) {
                return new Outcome.LoggedOut();
            }
            return identities
                    .find(command.outsider().provider(), command.outsider().subject())
                    .map(known -> judge(known, command.aim()))
                    .orElseGet(() -> add(command));
        });
    }

    /// The session is saved as it is, so that whoever is just about to end it, and to take down what was set up in it,
    /// begins anew and finds the new door as well.
    private boolean isLoggedIn(Errand.Aim.Link aim, Instant now) {
        var open = sessions.find(aim.session())
                .filter(session -> session.belongsTo(aim.user()) && session.isAlive(lifetimes, now));
        open.ifPresent(sessions::save);
        return open.isPresent();
    }

    private static Outcome judge(Identity known, Errand.Aim.Link aim) {
        return known.user().equals(aim.user()) ? new Outcome.Linked() : new Outcome.LinkedElsewhere();
    }

    private Outcome add(Command command) {
        var linking =
                Identity.link(new IdentityId(uuids.next()), command.aim().user(), command.outsider(), clock.instant());
        if (!identities.add(linking.identity())) {
            throw new StaleAggregate("An identity");
        }
        events.append(linking.event());
        return new Outcome.Linked();
    }
}
