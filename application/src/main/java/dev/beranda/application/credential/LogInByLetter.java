package dev.beranda.application.credential;

import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Reception;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Confirmation;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Come in without a password, having read the letter.
public final class LogInByLetter {

    public record Command(Proof proof, Device device) {}

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record NotGood() implements Outcome {}

        record AccountDisabled() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Reception reception;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public LogInByLetter(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Reception reception,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.reception = reception;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome logIn(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.LOG_IN, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket, command.device())))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome redeem(Ticket ticket, Device device) {
        return users.find(ticket.user())
                .filter(user -> user.email().equals(ticket.address()))
                .filter(_ -> tickets.take(ticket))
                .map(user -> user.disabled() ? new Outcome.AccountDisabled() : welcome(user, device))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome welcome(User user, Device device) {
        Instant now = clock.instant();
        User known = confirmed(user, now);
        var bearer = new Bearer(known.id(), known.role(), known.authority(), known.disabled());
        return new Outcome.Welcome(known, reception.receive(bearer, device, now));
    }

    private User confirmed(User user, Instant now) {
        if (user.confirm(user.email(), now) instanceof Confirmation.Confirmed(var confirmed, var event)) {
            users.save(confirmed);
            events.append(event);
            return confirmed;
        }
        return user;
    }
}
