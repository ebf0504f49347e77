package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketDesk.Sealed;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.session.SessionEvent.StrangeDevice;
import dev.beranda.domain.shared.Places;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Tell somebody, if they wish to know, that they came in with what they never came in with, with a ticket to say that
// it was not them.
public final class TellOfStrangeDevice {

    public record Command(UUID event, StrangeDevice news) {}

    private final Users users;
    private final TicketDesk desk;
    private final Places places;

    public TellOfStrangeDevice(Users users, TicketDesk desk, Places places) {
        this.users = users;
        this.desk = desk;
        this.places = places;
    }

    public void tell(Command command) {
        users.find(command.news().user())
                .filter(user -> user.profile().signInAlerts())
                .ifPresent(user -> tell(user, command));
    }

    private void tell(User user, Command command) {
        var refusal = Ticket.issue(
                new TicketId(command.event()),
                user.id(),
                Purpose.REFUSE_STRANGER,
                user.email(),
                command.news().at());
        desk.send(
                refusal,
                issued -> new Letter(
                        command.event(),
                        refusal.address(),
                        user.displayName().value(),
                        user.language(),
                        content(command.news(), issued)));
    }

    /// Names of devices stay out of it: whoever came in may have chosen one to speak to who reads the letter.
    private Content content(StrangeDevice news, Sealed refusal) {
        var device = news.device();
        return new Content.StrangeDevice(
                device.kind(),
                device.address(),
                places.of(device.address()),
                news.at(),
                refusal.token(),
                refusal.ticket().expiresAt());
    }
}
