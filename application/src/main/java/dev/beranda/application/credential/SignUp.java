package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.DisplayName;
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

    /// @param hidesAccounts whether it is told to nobody but the reader of an address that it has an account
    public record SignUpRules(boolean hidesAccounts) {}

    /// @param username left open by somebody who wants none yet
    /// @param displayName left open, it is the user name
    /// @param language to write to them in
    public record Command(
            EmailAddress email,
            Password password,
            @Nullable Username username,
            @Nullable DisplayName displayName,
            Language language,
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

        /// Whether there may be an account or was one before, the reader of the address is told.
        record WelcomeByLetter() implements Outcome {}

        record Taken(Set<Users.Taken> names) implements Outcome {}

        record WeakPassword(PasswordPolicy.Judgement judgement) implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Credentials credentials;
    private final ApplyForAccount applyForAccount;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final UuidSource uuids;
    private final Clock clock;
    private final SignUpRules rules;

    public SignUp(
            Users users,
            Credentials credentials,
            ApplyForAccount applyForAccount,
            PasswordPolicy policy,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock,
            SignUpRules rules) {
        this.users = users;
        this.credentials = credentials;
        this.applyForAccount = applyForAccount;
        this.policy = policy;
        this.hasher = hasher;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.uuids = uuids;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome signUp(Command command) {
        hasher.requireRoom();
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
        return User.register(
                id, command.email(), username, displayName, command.language(), Role.READER, clock.instant());
    }

    private Outcome admit(Registration registration, PasswordHash hash) {
        return rules.hidesAccounts() ? note(registration.user(), hash) : enter(registration, hash);
    }

    private Outcome note(User user, PasswordHash hash) {
        return switch (applyForAccount.apply(new ApplyForAccount.Command(user, hash))) {
            case ApplyForAccount.Outcome.Noted() -> new Outcome.WelcomeByLetter();
            case ApplyForAccount.Outcome.NameTaken() -> new Outcome.Taken(Set.of(Users.Taken.USERNAME));
        };
    }

    private Outcome enter(Registration registration, PasswordHash hash) {
        User user = registration.user();
        Set<Users.Taken> taken = users.add(user);
        if (!taken.isEmpty()) {
            return new Outcome.Taken(taken);
        }
        credentials.add(PasswordCredential.set(user.id(), hash, user.registeredAt()));
        events.append(registration.event());
        events.append(new LetterEvent.TicketWanted(
                Purpose.CONFIRM_EMAIL, user.email(), user.language(), user.registeredAt()));
        return new Outcome.Welcome(user);
    }
}
