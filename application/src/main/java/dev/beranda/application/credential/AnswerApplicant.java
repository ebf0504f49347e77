package dev.beranda.application.credential;

import dev.beranda.application.letter.TellOfKnownAddress;
import dev.beranda.domain.letter.LetterEvent.AccountWanted;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.Users;
import java.time.Duration;
import java.util.UUID;

/// Write to the address somebody wants an account with: how to open it, or that there is one already. To one mailbox
/// only so much is written, and nobody is told where it ends.
public final class AnswerApplicant {

    /// Apart from what is asked for, where it is told: by that one would see that somebody signed up.
    public static final Allowance PER_MAILBOX = new Allowance("sign-up-mailbox", 5, Duration.ofHours(1));

    public record Command(UUID event, AccountWanted wish) {}

    private final Users users;
    private final Applicants applicants;
    private final InviteApplicant inviteApplicant;
    private final TellOfKnownAddress tellOfKnownAddress;
    private final Throttle throttle;

    public AnswerApplicant(
            Users users,
            Applicants applicants,
            InviteApplicant inviteApplicant,
            TellOfKnownAddress tellOfKnownAddress,
            Throttle throttle) {
        this.users = users;
        this.applicants = applicants;
        this.inviteApplicant = inviteApplicant;
        this.tellOfKnownAddress = tellOfKnownAddress;
        this.throttle = throttle;
    }

    public void answer(Command command) {
        var wish = command.wish();
        if (throttle.take(PER_MAILBOX, wish.address().value()) instanceof Exhausted) {
            return;
        }
        if (users.find(wish.address()).isPresent()) {
            tellOfKnownAddress.tell(new TellOfKnownAddress.Command(command.event(), wish.address()));
            return;
        }
        applicants
                .find(wish.applicant())
                .map(applicant -> new InviteApplicant.Command(command.event(), applicant, wish.language()))
                .ifPresent(inviteApplicant::invite);
    }
}
