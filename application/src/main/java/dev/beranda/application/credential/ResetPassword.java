package dev.beranda.application.credential;

import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Choose a new password without knowing the old one, having read the letter. Everybody who is logged in is out. A
/// password that is not good enough uses nothing up.
public final class ResetPassword {

    /// Passwords that somebody thinks of who has read the letter: to judge one costs something, too.
    public static final Allowance PER_ACCOUNT = new Allowance("password-reset", 20, Duration.ofHours(1));

    public record Command(Proof proof, Password chosen) {}

    public sealed interface Outcome {

        record Reset(User user) implements Outcome {}

        record NotGood() implements Outcome {}

        record WeakPassword(PasswordPolicy.Judgement judgement) implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final TakeUnprovenAccount takeUnprovenAccount;
    private final Evictions evictions;
    private final Annulment annulment;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public ResetPassword(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            TakeUnprovenAccount takeUnprovenAccount,
            Evictions evictions,
            Annulment annulment,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.hasher = hasher;
        this.takeUnprovenAccount = takeUnprovenAccount;
        this.evictions = evictions;
        this.annulment = annulment;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome reset(Command command) {
        Optional<Ticket> ticket = inspector.inspect(command.proof(), Purpose.RESET_PASSWORD, clock.instant());
        Optional<User> user = ticket.flatMap(this::bearerOf);
        if (user.isEmpty()) {
            return new Outcome.NotGood();
        }
        if (throttle.take(PER_ACCOUNT, user.get().id().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        var judgement = policy.judge(command.chosen(), user.get().names());
        if (!judgement.isGoodEnough()) {
            return new Outcome.WeakPassword(judgement);
        }
        PasswordHash hash = hasher.hash(command.chosen());
        return transactions.write(() -> ticket.flatMap(shown -> redeem(shown, hash))
                .<Outcome>map(Outcome.Reset::new)
                .orElseGet(Outcome.NotGood::new));
    }

    /// Whoever was shut out, is leaving, or moved to another address since, is not helped by an old letter.
    private Optional<User> bearerOf(Ticket ticket) {
        return users.find(ticket.user())
                .filter(user -> !user.isBarred() && user.email().equals(ticket.address()));
    }

    private Optional<User> redeem(Ticket ticket, PasswordHash hash) {
        return bearerOf(ticket)
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .map(user -> {
                    Instant now = clock.instant();
                    keep(user, hash, now);
                    evictions.endAll(user.id(), EndReason.PASSWORD_RESET, now);
                    takeUnprovenAccount.take(new TakeUnprovenAccount.Command(user));
                    annulment.annul(user.id(), user.email(), now);
                    return user;
                });
    }

    private void keep(User user, PasswordHash hash, Instant now) {
        credentials
                .find(user.id())
                .ifPresentOrElse(
                        known -> credentials.save(known.change(hash, now).credential()),
                        () -> credentials.add(PasswordCredential.set(user.id(), hash, now)));
        events.append(new CredentialEvent.PasswordReset(user.id(), now));
    }
}
