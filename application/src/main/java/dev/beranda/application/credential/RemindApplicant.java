package dev.beranda.application.credential;

import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Send the letter again to who wants an account and lost it.
public final class RemindApplicant {

    public record Command(UUID event, TicketWanted wish) {}

    private final Users users;
    private final Applicants applicants;
    private final InviteApplicant inviteApplicant;

    public RemindApplicant(Users users, Applicants applicants, InviteApplicant inviteApplicant) {
        this.users = users;
        this.applicants = applicants;
        this.inviteApplicant = inviteApplicant;
    }

    public void remind(Command command) {
        var wish = command.wish();
        if (users.find(wish.address()).isEmpty()) {
            applicants
                    .newest(wish.address())
                    .map(applicant -> new InviteApplicant.Command(command.event(), applicant, wish.language()))
                    .ifPresent(inviteApplicant::invite);
        }
    }
}
