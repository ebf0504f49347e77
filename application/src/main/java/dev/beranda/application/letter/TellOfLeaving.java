package dev.beranda.application.letter;

import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserEvent.Leaving;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Tell somebody until when they may think better of leaving, with a ticket to do so.
public final class TellOfLeaving {

    public record Command(UUID event, Leaving news) {}

    private final Users users;
    private final TicketDesk desk;

    public TellOfLeaving(Users users, TicketDesk desk) {
        this.users = users;
        this.desk = desk;
    }

    public void tell(Command command) {
        users.find(command.news().user())
                .filter(user -> user.isLeaving() && !user.disabled())
                .ifPresent(user -> tell(user, command));
    }

    private void tell(User user, Command command) {
        var news = command.news();
        var ticket = Ticket.issue(
                        new TicketId(command.event()), user.id(), Purpose.KEEP_ACCOUNT, user.email(), news.at())
                .until(news.end());
        desk.send(
                ticket,
                issued -> new Letter(
                        command.event(),
                        user.id(),
                        ticket.address(),
                        user.displayName().value(),
                        user.language(),
                        issued.invitation()));
    }
}
