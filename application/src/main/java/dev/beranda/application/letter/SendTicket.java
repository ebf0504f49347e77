package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.Invitation;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.UUID;

/// Send the ticket somebody asked for, if there is an account it could be for. Done twice for one event, it sends the
// same
/// letter, or none once the ticket was used.
public final class SendTicket {

    public record Command(UUID event, TicketWanted wish) {}

    private final Users users;
    private final Tickets tickets;
    private final TicketSeals seals;
    private final Letters letters;
    private final Transactions transactions;
    private final Clock clock;

    public SendTicket(
            Users users, Tickets tickets, TicketSeals seals, Letters letters, Transactions transactions, Clock clock) {
        this.users = users;
        this.tickets = tickets;
        this.seals = seals;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void send(Command command) {
        var wish = command.wish();
        users.find(wish.address()).filter(user -> isOf(user, wish.purpose())).ifPresent(user -> send(user, command));
    }

    private static boolean isOf(User user, Purpose purpose) {
        return !user.disabled() && !(purpose == Purpose.CONFIRM_EMAIL && user.emailVerified());
    }

    private void send(User user, Command command) {
        var wish = command.wish();
        var ticket =
                Ticket.issue(new TicketId(command.event()), user.id(), wish.purpose(), user.email(), clock.instant());
        transactions
                .write(() -> {
                    tickets.issue(ticket);
                    return tickets.find(ticket.id());
                })
                .ifPresent(issued -> letters.send(new Letter(
                        command.event(),
                        issued.address(),
                        user.displayName().value(),
                        wish.language(),
                        new Invitation(
                                issued.purpose(), seals.tokenOf(issued), seals.codeOf(issued), issued.expiresAt()))));
    }
}
