package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content;
import dev.beranda.domain.letter.Content.AccountExists;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.LetterEvent.MoveWanted;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.UUID;

/// Send a ticket to the address somebody wants to have. If it belongs to an account already, its reader is told so, and
/// nobody else.
public final class SendMoveTicket {

    public record Command(UUID event, MoveWanted wish) {}

    private final Users users;
    private final TicketDesk desk;
    private final Letters letters;
    private final Clock clock;

    public SendMoveTicket(Users users, TicketDesk desk, Letters letters, Clock clock) {
        this.users = users;
        this.desk = desk;
        this.letters = letters;
        this.clock = clock;
    }

    public void send(Command command) {
        var holder = users.find(command.wish().address());
        if (holder.isPresent()) {
            letters.send(letter(command, holder.get(), new AccountExists()));
        } else {
            users.find(command.wish().user()).filter(user -> !user.isBarred()).ifPresent(user -> invite(command, user));
        }
    }

    private void invite(Command command, User user) {
        var wish = command.wish();
        var ticket = Ticket.issue(
                new TicketId(command.event()), user.id(), Purpose.CHANGE_EMAIL, wish.address(), clock.instant());
        desk.send(ticket, issued -> letter(command, user, issued.invitation()));
    }

    private static Letter letter(Command command, User reader, Content content) {
        return new Letter(
                command.event(),
                reader.id(),
                command.wish().address(),
                reader.displayName().value(),
                reader.language(),
                content);
    }
}
