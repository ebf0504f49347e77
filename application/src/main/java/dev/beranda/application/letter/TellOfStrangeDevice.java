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
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Duration;
import java.util.UUID;

/// Tell somebody, if they wish to know, that they came in with what they never came in with, with a ticket to say that
/// it was not them. One ticket serves however many strangers came: it is as old as the first of them, and so undoes
/// what all of them did.
public final class TellOfStrangeDevice {

    public static final Allowance PER_ACCOUNT = new Allowance("strangers-account", 5, Duration.ofHours(1));

    public record Command(UUID event, StrangeDevice news) {}

    private final Users users;
    private final TicketDesk desk;
    private final Places places;
    private final Throttle throttle;

    public TellOfStrangeDevice(Users users, TicketDesk desk, Places places, Throttle throttle) {
        this.users = users;
        this.desk = desk;
        this.places = places;
        this.throttle = throttle;
    }

    public void tell(Command command) {
        users.find(command.news().user())
                .filter(User::emailVerified)
                .filter(user -> user.profile().signInAlerts())
                .filter(this::isWorthALetter)
                .ifPresent(user -> tell(user, command));
    }

    /// Whoever comes in again and again in ever new guises fills no mailbox.
    private boolean isWorthALetter(User user) {
        return throttle.take(PER_ACCOUNT, user.id().toString()) instanceof Verdict.Allowed;
    }

    private void tell(User user, Command command) {
        var refusal = Ticket.issue(
                new TicketId(command.event()),
                user.id(),
                Purpose.REFUSE_STRANGER,
                user.email(),
                command.news().at());
        desk.sendStanding(
                refusal,
                issued -> new Letter(
                        command.event(),
                        user.id(),
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
