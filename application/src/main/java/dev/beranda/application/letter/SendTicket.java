package dev.beranda.application.letter;

import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.user.Stay;
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
        users.find(wish.address())
                .filter(user -> isOf(user, wish.purpose()))
                .ifPresent(user -> send(user, ticket(user, command), command));
    }

    private static boolean isOf(User user, Purpose purpose) {
        return switch (purpose) {
            case LOG_IN, RESET_PASSWORD -> !user.disabled();
            case CONFIRM_EMAIL -> !user.isBarred() && !user.emailVerified();
            case CHANGE_EMAIL, UNDO_EMAIL_CHANGE, REFUSE_STRANGER -> !user.isBarred();
            case KEEP_ACCOUNT -> !user.disabled() && user.isLeaving();
        };
    }

    /// Who is leaving cannot come in, so whoever wants in is sent what lets them stay.
    private Ticket ticket(User user, Command command) {
        var id = new TicketId(command.event());
        return user.stay() instanceof Stay.Until(var end)
                ? Ticket.issue(id, user.id(), Purpose.KEEP_ACCOUNT, user.email(), clock.instant())
                        .until(end)
                : Ticket.issue(id, user.id(), command.wish().purpose(), user.email(), clock.instant());
    }

    private void send(User user, Ticket ticket, Command command) {
        var wish = command.wish();
        desk.send(
                ticket,
                issued -> new Letter(
                        command.event(),
                        user.id(),
                        ticket.address(),
                        user.displayName().value(),
                        wish.language(),
                        issued.invitation()));
    }
}
