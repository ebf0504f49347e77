package dev.beranda.application.user;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.Avatars;
import dev.beranda.domain.user.Darkroom;
import dev.beranda.domain.user.Darkroom.Development;
import dev.beranda.domain.user.Picture;
import dev.beranda.domain.user.ProfileChange;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Show a picture of oneself. Nothing of what was sent is kept but what can be seen.
public final class SetAvatar {

    public static final Allowance PER_ACCOUNT = new Allowance("avatar", 20, Duration.ofHours(1));

    /// @param sent whatever it is
    public record Command(UserId user, byte[] sent, BasedOn seen) {}

    public sealed interface Outcome {

        record Shown(AccountView account) implements Outcome {}

        record NoPicture() implements Outcome {}

        record TooLarge() implements Outcome {}

        record Broken() implements Outcome {}

        record Stale() implements Outcome {}

        record Gone() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Avatars avatars;
    private final Darkroom darkroom;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final UuidSource uuids;
    private final Clock clock;

    public SetAvatar(
            Users users,
            Avatars avatars,
            Darkroom darkroom,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        this.users = users;
        this.avatars = avatars;
        this.darkroom = darkroom;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome set(Command command) {
        if (throttle.take(PER_ACCOUNT, command.user().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        return switch (darkroom.develop(command.sent())) {
            case Development.Developed(var widths) -> transactions.write(() -> show(command, widths));
            case Development.NoPicture() -> new Outcome.NoPicture();
            case Development.TooLarge() -> new Outcome.TooLarge();
            case Development.Broken() -> new Outcome.Broken();
        };
    }

    private Outcome show(Command command, List<Picture> widths) {
        return users.find(command.user())
                .map(user -> show(user, command, widths))
                .orElseGet(Outcome.Gone::new);
    }

    private Outcome show(User user, Command command, List<Picture> widths) {
        if (!command.seen().covers(user.version())) {
            return new Outcome.Stale();
        }
        var avatar = new Avatar(uuids.next().toString());
        return switch (user.tell(user.profile().showing(avatar), clock.instant())) {
            case ProfileChange.Unchanged(var same) -> new Outcome.Shown(AccountView.of(same));
            case ProfileChange.Changed(var changed, var event) -> {
                var saved = users.save(changed);
                avatars.keep(user.id(), avatar, widths);
                events.append(event);
                yield new Outcome.Shown(AccountView.of(saved));
            }
        };
    }
}
