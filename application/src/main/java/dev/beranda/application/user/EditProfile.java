package dev.beranda.application.user;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Bio;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.Location;
import dev.beranda.domain.user.Profile;
import dev.beranda.domain.user.ProfileChange;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import dev.beranda.domain.user.Website;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Tell something else about oneself. What is not mentioned stays as it is, so two who change different things at
/// once lose nothing; who names the version they saw is told when it is no longer the present one.
public final class EditProfile {

    public record Command(UserId user, Wishes wishes, BasedOn seen) {}

    /// What is to be different.
    public record Wishes(
            @Nullable DisplayName displayName,
            @Nullable Bio bio,
            @Nullable Website website,
            @Nullable Location location,
            @Nullable Language language,
            @Nullable ZoneId timeZone,
            @Nullable Boolean signInAlerts) {

        Profile applyTo(Profile profile) {
            return new Profile(
                    displayName == null ? profile.displayName() : displayName,
                    bio == null ? profile.bio() : bio,
                    website == null ? profile.website() : website,
                    location == null ? profile.location() : location,
                    language == null ? profile.language() : language,
                    timeZone == null ? profile.timeZone() : timeZone,
                    signInAlerts == null ? profile.signInAlerts() : signInAlerts,
                    profile.avatar());
        }
    }

    public sealed interface Outcome {

        record Edited(AccountView account) implements Outcome {}

        record Stale() implements Outcome {}

        record Gone() implements Outcome {}
    }

    private final Users users;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EditProfile(Users users, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome edit(Command command) {
        return transactions.write(() ->
                users.find(command.user()).map(user -> edit(user, command)).orElseGet(Outcome.Gone::new));
    }

    private Outcome edit(User user, Command command) {
        if (!command.seen().covers(user.version())) {
            return new Outcome.Stale();
        }
        return switch (user.tell(command.wishes().applyTo(user.profile()), clock.instant())) {
            case ProfileChange.Unchanged(var same) -> new Outcome.Edited(AccountView.of(same));
            case ProfileChange.Changed(var changed, var event) -> {
                var saved = users.save(changed);
                events.append(event);
                yield new Outcome.Edited(AccountView.of(saved));
            }
        };
    }
}
