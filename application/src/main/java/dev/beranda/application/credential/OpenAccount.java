package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.Pledges;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Applicant;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Open the account one asked for, having read the letter about it.
public final class OpenAccount {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        record Opened() implements Outcome {}

        record NotGood() implements Outcome {}
    }

    private final Applicants applicants;
    private final Pledges pledges;
    private final TicketSeals seals;
    private final Users users;
    private final Credentials credentials;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public OpenAccount(
            Applicants applicants,
            Pledges pledges,
            TicketSeals seals,
            Users users,
            Credentials credentials,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.applicants = applicants;
        this.pledges = pledges;
        this.seals = seals;
        this.users = users;
        this.credentials = credentials;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome open(Command command) {
        return shown(command.proof())
                .filter(applicant -> applicant.isWaiting(clock.instant()))
                .map(applicant -> transactions.write(() -> redeem(applicant)))
                .orElseGet(Outcome.NotGood::new);
    }

    /// To be asked outside of transactions: a guess counts, whatever comes of it.
    private Optional<Applicant> shown(Proof proof) {
        return switch (proof) {
            case Proof.Link(var token) ->
                seals.open(token, Purpose.CONFIRM_EMAIL).flatMap(id -> applicants.find(new UserId(id.value())));
            case Proof.Digits(var address, var code) ->
                applicants
                        .newest(address)
                        .filter(applicant -> applicants.countGuess(applicant.id()))
                        .filter(applicant -> seals.isCodeOf(InviteApplicant.ticketOf(applicant), code));
        };
    }

    private Outcome redeem(Applicant applicant) {
        Optional<PasswordHash> hash = pledges.find(applicant.id());
        if (hash.isEmpty() || !applicants.take(applicant.id())) {
            return new Outcome.NotGood();
        }
        Instant now = clock.instant();
        return enter(applicant, now)
                .map(entry -> carryOut(entry, hash.get(), now))
                .orElseGet(Outcome.NotGood::new);
    }

    /// The address may have got an account in the meantime; the name may have got another owner.
    private Optional<Applicant.Entry> enter(Applicant applicant, Instant now) {
        var entry = applicant.enter(now);
        Set<Users.Taken> taken = users.add(entry.user());
        if (taken.equals(Set.of(Users.Taken.USERNAME))) {
            entry = applicant.withAnotherName().enter(now);
            taken = users.add(entry.user());
        }
        return taken.isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    private Outcome carryOut(Applicant.Entry entry, PasswordHash hash, Instant now) {
        credentials.add(PasswordCredential.set(entry.user().id(), hash, now));
        entry.events().forEach(events::append);
        return new Outcome.Opened();
    }
}
