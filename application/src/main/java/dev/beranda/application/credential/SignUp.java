package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.EmailAddress;
import dev.beranda.domain.user.Registration;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Open an account with an e-mail address and a password.
public final class SignUp {

    public static final Allowance PER_ADDRESS = new Allowance("sign-up", 20, Duration.ofHours(1));

    /// @param username left open by somebody who wants none yet
    /// @param displayName left open, it is the user name
    public record Command(
            EmailAddress email,
            Password password,
            @Nullable Username username,
            @Nullable DisplayName displayName,
            ClientAddress from) {

        /// The words no password of this person should contain.
        List<String> personalWords() {
            List<String> words = new ArrayList<>(List.of(email.value(), email.localPart()));
            if (username != null) {
                words.add(username.value());
            }
            if (displayName != null) {
                words.add(displayName.value());
            }
            return words;
        }
    }

    public sealed interface Outcome {

        record Welcome(User user) implements Outcome {}

        record Taken(Set<Users.Taken> names) implements Outcome {}

        record WeakPassword(PasswordPolicy.Judgement judgement) implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final UuidSource uuids;
    private final Clock clock;

    public SignUp(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.hasher = hasher;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome signUp(Command command) {
        if (throttle.take(PER_ADDRESS, command.from().network()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter);
        }
        var judgement = policy.judge(command.password(), command.personalWords());
        if (!judgement.isGoodEnough()) {
            return new Outcome.WeakPassword(judgement);
        }
        PasswordHash hash = hasher.hash(command.password());
        return transactions.write(() -> admit(register(command), hash));
    }

    private Registration register(Command command) {
        var id = new UserId(uuids.next());
        var username = command.username() == null ? Username.provisional(id) : command.username();
        var displayName = command.displayName() == null ? DisplayName.of(username) : command.displayName();
        return User.register(id, command.email(), username, displayName, Role.READER, clock.instant());
    }

    private Outcome admit(Registration registration, PasswordHash hash) {
        User user = registration.user();
        Set<Users.Taken> taken = users.add(user);
        if (!taken.isEmpty()) {
            return new Outcome.Taken(taken);
        }
        credentials.add(PasswordCredential.set(user.id(), hash, user.registeredAt()));
        events.append(registration.event());
        return new Outcome.Welcome(user);
    }
}
