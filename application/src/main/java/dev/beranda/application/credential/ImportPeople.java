package dev.beranda.application.credential;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.Arrival;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.Newcomers;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Bring people along from another house, with the passwords they had there. Who has an account already keeps it as it
/// is, so it can be done again, after a break or with more people; nobody is written to.
public final class ImportPeople {

    /// @param username left open, they get one that says nothing
    /// @param displayName left open, it is the user name
    /// @param hash left open by who has no password: they come in by letter, or choose one
    /// @param registeredAt left open, it is now
    public record Row(
            EmailAddress email,
            boolean emailVerified,
            @Nullable Username username,
            @Nullable DisplayName displayName,
            @Nullable PasswordHash hash,
            Language language,
            Role role,
            boolean disabled,
            @Nullable Instant registeredAt) {}

    /// @param dryRun to learn what would come of it
    public record Command(Actor by, Origin from, List<Row> rows, boolean dryRun) {

        public Command {
            rows = List.copyOf(rows);
        }
    }

    public sealed interface Outcome {

        /// @param results one for each row, in their order
        record Done(List<Result> results) implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    /// What came of a row, or would.
    public sealed interface Result {

        record Created(UserId user) implements Result {}

        /// There is an account with this address; it was left alone.
        record Exists() implements Result {}

        record Refused(List<Wrong> wrong) implements Result {}
    }

    /// @param field of the row
    public record Wrong(String field, Flaw flaw) {}

    private sealed interface Judged {}

    private record Wanting(List<Wrong> wrong) implements Judged {}

    /// Somebody whose row is in order.
    private record Candidate(Arrival arrival, @Nullable PasswordHash hash) implements Judged {

        User user() {
            return arrival.user();
        }

        Optional<PasswordCredential> credential(Instant now) {
            return Optional.ofNullable(hash).map(known -> PasswordCredential.set(user().id(), known, now));
        }
    }

    private final Newcomers newcomers;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public ImportPeople(
            Newcomers newcomers,
            Credentials credentials,
            PasswordHasher hasher,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.newcomers = newcomers;
        this.credentials = credentials;
        this.hasher = hasher;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome importPeople(Command command) {
        if (!command.by().isAdministrator()) {
            return new Outcome.NotAllowed();
        }
        Instant now = clock.instant();
        var judge = new Judge(now);
        List<Judged> judged =
                command.rows().stream().map(row -> judge(row, judge, now)).toList();
        List<Candidate> candidates = judged.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
        var taken = command.dryRun()
                ? newcomers.taken(users(candidates))
                : transactions.write(() -> admit(candidates, command, now));
        return new Outcome.Done(judged.stream().map(one -> result(one, taken)).toList());
    }

    private Judged judge(Row row, Judge judge, Instant now) {
        List<Wrong> wrong = judge.judge(row);
        return wrong.isEmpty() ? candidate(row, now) : new Wanting(wrong);
    }

    private Candidate candidate(Row row, Instant now) {
        var id = new UserId(uuids.next());
        var username = row.username() == null ? Username.provisional(id) : row.username();
        var displayName = row.displayName() == null ? DisplayName.of(username) : row.displayName();
        var since = row.registeredAt() == null ? now : row.registeredAt();
        var user = User.register(id, row.email(), username, displayName, row.language(), row.role(), since)
                .user();
        return new Candidate(user.brought(row.emailVerified(), row.disabled(), now), row.hash());
    }

    private Map<UserId, Set<Taken>> admit(List<Candidate> candidates, Command command, Instant now) {
        var taken = newcomers.addAll(users(candidates));
        var added = candidates.stream()
                .filter(candidate -> !taken.containsKey(candidate.user().id()))
                .toList();
        credentials.addAll(added.stream()
                .flatMap(candidate -> candidate.credential(now).stream())
                .toList());
        log.appendAll(
                added.stream().map(candidate -> entry(candidate, command, now)).toList());
        added.forEach(candidate -> events.append(candidate.arrival().event()));
        return taken;
    }

    private static List<User> users(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::user).toList();
    }

    private static AuditEntry entry(Candidate candidate, Command command, Instant now) {
        User user = candidate.user();
        Map<String, Object> after = Map.of(
                "role", user.role().word(),
                "disabled", user.disabled(),
                "email_verified", user.emailVerified(),
                "password", candidate.hash() != null);
        return new AuditEntry(
                now,
                command.by().id(),
                command.from(),
                AuditAction.USER_IMPORTED,
                user.id().toString(),
                Map.of(),
                after);
    }

    private static Result result(Judged judged, Map<UserId, Set<Taken>> taken) {
        return switch (judged) {
            case Wanting(var wrong) -> new Result.Refused(wrong);
            case Candidate candidate -> result(candidate, taken);
        };
    }

    private static Result result(Candidate candidate, Map<UserId, Set<Taken>> taken) {
        Set<Taken> names = taken.getOrDefault(candidate.user().id(), Set.of());
        if (names.isEmpty()) {
            return new Result.Created(candidate.user().id());
        }
        return names.contains(Taken.EMAIL)
                ? new Result.Exists()
                : new Result.Refused(List.of(new Wrong("username", new Flaw("username_taken"))));
    }

    /// What is wrong with a row by itself, or beside those before it.
    private final class Judge {

        private final Set<EmailAddress> addresses = new HashSet<>();
        private final Set<String> usernames = new HashSet<>();
        private final Instant now;

        Judge(Instant now) {
            this.now = now;
        }

        List<Wrong> judge(Row row) {
            List<Wrong> wrong = new ArrayList<>();
            if (!addresses.add(row.email())) {
                wrong.add(new Wrong("email", new Flaw("repeated")));
            }
            if (row.username() != null && !usernames.add(row.username().key())) {
                wrong.add(new Wrong("username", new Flaw("repeated")));
            }
            if (row.hash() != null && !hasher.canCompareWith(row.hash())) {
                wrong.add(new Wrong("password_hash", new Flaw("password_hash_unknown")));
            }
            if (row.role() == Role.ADMIN) {
                wrong.add(new Wrong("role", new Flaw("role_not_importable")));
            }
            if (row.registeredAt() != null && row.registeredAt().isAfter(now)) {
                wrong.add(new Wrong("created_at", new Flaw("time_in_future")));
            }
            return wrong;
        }
    }
}
