package dev.beranda.application.credential;

import dev.beranda.application.factor.LetIn;
import dev.beranda.domain.credential.CredentialEvent.PasswordWithdrawn;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.factor.Demand;
import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Come in without a password, having read the letter.
public final class LogInByLetter {

    public record Command(Proof proof, Device device) {}

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record SecondFactorWanted(Demand demand) implements Outcome {}

        record NotGood() implements Outcome {}

        record AccountDisabled() implements Outcome {}

        record AccountLeaving(Instant end) implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Credentials credentials;
    private final TakeUnprovenAccount takeUnprovenAccount;
    private final LetIn letIn;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public LogInByLetter(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Credentials credentials,
            TakeUnprovenAccount takeUnprovenAccount,
            LetIn letIn,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.credentials = credentials;
        this.takeUnprovenAccount = takeUnprovenAccount;
        this.letIn = letIn;
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
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .map(user -> outcome(letIn.letIn(new LetIn.Command(proven(user), device))))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Who could read the letter reads the mail of this address; who is shut out may stay unproven.
    private User proven(User user) {
        if (user.isBarred() || user.emailVerified()) {
            return user;
        }
        withdrawPassword(user, clock.instant());
        return switch (takeUnprovenAccount.take(new TakeUnprovenAccount.Command(user))) {
            case TakeUnprovenAccount.Outcome.Taken(var taken) -> taken;
            case TakeUnprovenAccount.Outcome.ProvenBefore(var same) -> same;
        };
    }

    /// Who set it did not show that they read the mail: perhaps somebody lies in wait for who does. Where it was the
    /// same person after all, the letter that follows has them set it once more.
    private void withdrawPassword(User user, Instant now) {
        if (credentials.remove(user.id())) {
            events.append(new PasswordWithdrawn(user.id(), now));
            events.append(new TicketWanted(Purpose.RESET_PASSWORD, user.email(), user.language(), now));
        }
    }

    private static Outcome outcome(LetIn.Outcome admission) {
        return switch (admission) {
            case LetIn.Outcome.Welcome(var user, var tokens) -> new Outcome.Welcome(user, tokens);
            case LetIn.Outcome.SecondFactorWanted(var demand) -> new Outcome.SecondFactorWanted(demand);
            case LetIn.Outcome.AccountDisabled() -> new Outcome.AccountDisabled();
            case LetIn.Outcome.AccountLeaving(var end) -> new Outcome.AccountLeaving(end);
            case LetIn.Outcome.EmailUnverified() ->
                throw new IllegalStateException("an address stayed unconfirmed after its letter was read");
        };
    }
}
