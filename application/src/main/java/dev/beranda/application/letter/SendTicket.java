package dev.beranda.application.letter;

import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.UUID;

/// Send the ticket somebody asked for, if there is an account it could be for.
public final class SendTicket {

    public record Command(UUID event, TicketWanted wish) {}

    private final Users users;
    private final TicketDesk desk;
    private final Clock clock;

    public SendTicket(Users users, TicketDesk desk, Clock clock) {
        this.users = users;
        this.desk = desk;
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
        desk.send(
                ticket,
                issued -> new Letter(
                        command.event(),
                        ticket.address(),
                        user.displayName().value(),
                        wish.language(),
                        issued.invitation()));
    }
}
