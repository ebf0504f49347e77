package dev.beranda.application.credential;

import dev.beranda.domain.credential.CredentialEvent.PasswordWithdrawn;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Say, having read the letter, that it was not oneself who came in. Everybody is out, the password, which somebody
/// else may know, opens nothing any more, what was set up since the stranger came is taken down, and a letter is on
/// its way with which to choose another.
public final class RefuseStranger {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        /// @param passwordWithdrawn whether a letter follows
        record Refused(boolean passwordWithdrawn) implements Outcome {}

        record NotGood() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Credentials credentials;
    private final FamiliarDevices devices;
    private final Evictions evictions;
    private final TakeDownNewDoors takeDownNewDoors;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public RefuseStranger(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Credentials credentials,
            FamiliarDevices devices,
            Evictions evictions,
            TakeDownNewDoors takeDownNewDoors,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.credentials = credentials;
        this.devices = devices;
        this.evictions = evictions;
        this.takeDownNewDoors = takeDownNewDoors;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome refuse(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.REFUSE_STRANGER, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Whoever reads an address the account has left is helped by the letter that told them so.
    private Outcome redeem(Ticket ticket) {
        return users.find(ticket.user())
                .filter(user -> user.email().equals(ticket.address()))
                .filter(_ -> tickets.take(ticket))
                .<Outcome>map(user -> lockUp(user, ticket.issuedAt()))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome lockUp(User user, Instant cameAt) {
        Instant now = clock.instant();
        // First of all: whoever is just coming in holds it, and so is in before the sessions are looked for.
        boolean withdrawn = credentials.remove(user.id());
        evictions.endAll(user.id(), EndReason.REFUSED_BY_OWNER, now);
        devices.forgetSince(user.id(), cameAt);
        takeDownNewDoors.takeDown(new TakeDownNewDoors.Command(user, cameAt));
        if (withdrawn) {
            events.append(new PasswordWithdrawn(user.id(), now));
            events.append(new TicketWanted(Purpose.RESET_PASSWORD, user.email(), user.language(), now));
        }
        return new Outcome.Refused(withdrawn);
    }
}
