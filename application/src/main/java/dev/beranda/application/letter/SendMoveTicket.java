package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content;
import dev.beranda.domain.letter.Content.AccountExists;
import dev.beranda.domain.letter.Content.Invitation;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.LetterEvent.MoveWanted;
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

/// Send a ticket to the address somebody wants to have. If it belongs to an account already, its reader is told so, and
/// nobody else.
public final class SendMoveTicket {

    public record Command(UUID event, MoveWanted wish) {}

    private final Users users;
    private final Tickets tickets;
    private final TicketSeals seals;
    private final Letters letters;
    private final Transactions transactions;
    private final Clock clock;

    public SendMoveTicket(
            Users users, Tickets tickets, TicketSeals seals, Letters letters, Transactions transactions, Clock clock) {
        this.users = users;
        this.tickets = tickets;
        this.seals = seals;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void send(Command command) {
        var holder = users.find(command.wish().address());
        if (holder.isPresent()) {
            write(command, holder.get(), new AccountExists());
        } else {
            users.find(command.wish().user()).filter(user -> !user.disabled()).ifPresent(user -> invite(command, user));
        }
    }

    private void invite(Command command, User user) {
        var wish = command.wish();
        var ticket = Ticket.issue(
                new TicketId(command.event()), user.id(), Purpose.CHANGE_EMAIL, wish.address(), clock.instant());
        transactions
                .write(() -> {
                    tickets.issue(ticket);
                    return tickets.find(ticket.id());
                })
                .ifPresent(issued -> write(command, user, invitation(issued)));
    }

    private Invitation invitation(Ticket ticket) {
        return new Invitation(ticket.purpose(), seals.tokenOf(ticket), seals.codeOf(ticket), ticket.expiresAt());
    }

    private void write(Command command, User reader, Content content) {
        letters.send(new Letter(
                command.event(), command.wish().address(), reader.displayName().value(), reader.language(), content));
    }
}
