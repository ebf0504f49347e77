package dev.beranda.application.credential;

import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.Pledges;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.Applicant;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;

/// Ask for an account where it is told to nobody but the reader of an address whether it has one. The address is not
/// looked up: whatever follows is the same for one that has an account and one that has none, until its letter is read.
///
/// To be called inside of a transaction.
public final class ApplyForAccount {

    /// @param user who they would be at once, elsewhere
    public record Command(User user, PasswordHash hash) {}

    public sealed interface Outcome {

        record Noted() implements Outcome {}

        record NameTaken() implements Outcome {}
    }

    private final Users users;
    private final Applicants applicants;
    private final Pledges pledges;
    private final DomainEvents events;

    public ApplyForAccount(Users users, Applicants applicants, Pledges pledges, DomainEvents events) {
        this.users = users;
        this.applicants = applicants;
        this.pledges = pledges;
        this.events = events;
    }

    /// User names are public, so that one is taken, or held, may be told to anybody.
    public Outcome apply(Command command) {
        var applicant = Applicant.of(command.user());
        if (users.find(applicant.username()).isPresent() || !applicants.add(applicant)) {
            return new Outcome.NameTaken();
        }
        pledges.keep(applicant.id(), command.hash());
        events.append(new LetterEvent.AccountWanted(
                applicant.id(), applicant.email(), applicant.language(), applicant.appliedAt()));
        return new Outcome.Noted();
    }
}
