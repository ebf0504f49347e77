package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.AddressChanged;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserEvent.EmailChanged;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Tell the reader of the old address that the account has another one now, with a ticket to take it back.
public final class TellOfNewAddress {

    public record Command(UUID event, EmailChanged news) {}

    private final Users users;
    private final TicketDesk desk;

    public TellOfNewAddress(Users users, TicketDesk desk) {
        this.users = users;
        this.desk = desk;
    }

    public void tell(Command command) {
        users.find(command.news().user()).ifPresent(user -> tell(user, command));
    }

    private void tell(User user, Command command) {
        var news = command.news();
        var undo = Ticket.issue(
                new TicketId(command.event()), user.id(), Purpose.UNDO_EMAIL_CHANGE, news.from(), news.at());
        desk.send(
                undo,
                issued -> new Letter(
                        command.event(),
                        user.id(),
                        undo.address(),
                        user.displayName().value(),
                        user.language(),
                        new AddressChanged(news.to(), issued.token(), undo.expiresAt())));
    }
}
