package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordHasher.Match;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Choose a new password, knowing the old one. Whoever came in with the old one elsewhere is out. Who knows the old one
/// has no attempt given back: to judge a new one, and to make it theirs, costs as much as a guess.
public final class ChangePassword {

    public record Command(Access caller, Password current, Password chosen) {}

    public sealed interface Outcome {

        record Changed() implements Outcome {}

        record WrongPassword() implements Outcome {}

        record WeakPassword(PasswordPolicy.Judgement judgement) implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Evictions evictions;
    private final Annulment annulment;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public ChangePassword(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Evictions evictions,
            Annulment annulment,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.hasher = hasher;
        this.evictions = evictions;
        this.annulment = annulment;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome change(Command command) {
        var user = command.caller().bearer().user();
        if (throttle.take(ProveOneself.PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(ProveOneself.PER_ACCOUNT, retryAfter);
        }
        Optional<PasswordCredential> shown = credentials
                .find(user)
                .filter(credential -> hasher.compare(command.current(), credential.hash()) != Match.NO);
        if (shown.isEmpty()) {
            return new Outcome.WrongPassword();
        }
        return choose(shown.get(), command);
    }

    private Outcome choose(PasswordCredential shown, Command command) {
        var judgement = policy.judge(command.chosen(), personalWords(shown.user()));
        if (!judgement.isGoodEnough()) {
            return new Outcome.WeakPassword(judgement);
        }
        PasswordHash hash = hasher.hash(command.chosen());
        return transactions.write(() -> {
            if (!credentials.confirm(shown)) {
                return new Outcome.WrongPassword();
            }
            return carryOut(
                    shown.change(hash, clock.instant()), command.caller().session());
        });
    }

    private List<String> personalWords(UserId id) {
        return users.find(id).map(User::names).orElse(List.of());
    }

    private Outcome carryOut(PasswordCredential.Change change, SessionId theOneInUse) {
        var event = change.event();
        credentials.save(change.credential());
        events.append(event);
        evictions.endAllBut(theOneInUse, event.user(), EndReason.PASSWORD_CHANGED, event.at());
        users.find(event.user()).ifPresent(user -> annulment.annul(user.id(), user.email(), event.at()));
        return new Outcome.Changed();
    }
}
