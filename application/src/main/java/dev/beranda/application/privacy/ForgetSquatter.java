package dev.beranda.application.privacy;

import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Clear an address of an account that somebody opened with it and whose mail they never read, for whoever showed that
/// they do. To be called in the transaction in which the address is taken.
public final class ForgetSquatter {

    /// @param claimant whose the address is to be
    public record Command(EmailAddress address, UserId claimant) {}

    public sealed interface Outcome {

        record Free() implements Outcome {}

        /// By somebody who showed that the mail is theirs, or whom the house entrusted with something.
        record Inhabited() implements Outcome {}
    }

    private final Users users;
    private final PersonalRecords records;
    private final DomainEvents events;
    private final Clock clock;

    public ForgetSquatter(Users users, PersonalRecords records, DomainEvents events, Clock clock) {
        this.users = users;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    public Outcome forget(Command command) {
        return users.find(command.address())
                .filter(user -> !user.id().equals(command.claimant()))
                .map(this::forget)
                .orElseGet(Outcome.Free::new);
    }

    /// Saved first, unchanged, so that nobody shows at this very moment that the mail is theirs after all.
    private Outcome forget(User user) {
        if (user.emailVerified() || user.role() != Role.READER) {
            return new Outcome.Inhabited();
        }
        users.save(user);
        records.forget(user.id());
        events.append(new UserEvent.Forgotten(user.id(), clock.instant()));
        return new Outcome.Free();
    }
}
